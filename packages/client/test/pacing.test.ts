import { describe, expect, it } from "vitest";
import { type ClientOptions, createClient } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";
import { timers } from "./timers.ts";

/** A server that takes so many requests at a time and refuses more, as Twilio does; `slow`: ms per answer. */
async function concurrent(limit: number, options: ClientOptions = {}, slow = 10) {
  const state = { underWay: 0, most: 0, refused: 0 };
  const { url, seen } = await serve((_, response) => {
    if (state.underWay >= limit) {
      state.refused += 1;
      return json(response, { code: 20429, message: "Too Many Requests" }, 429);
    }
    state.underWay += 1;
    state.most = Math.max(state.most, state.underWay);
    setTimeout(() => {
      state.underWay -= 1;
      json(response, { records: [], next: null });
    }, slow);
  });
  return { client: createClient<paths>(api, { baseUrl: url, ...options }), seen, state };
}

const group = (Group: string, signal?: AbortSignal) => ({ params: { query: { Group } }, signal });

describe("maxConcurrency", () => {
  it("holds for all calls and pagers of a client together", async () => {
    const { client, state } = await concurrent(99, { maxConcurrency: 3 });
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 2 === 0 ? client.GET("/v1/Usage") : client.paginate("/v1/Usage").toArray(),
      ),
    );
    expect(state.most).toBe(3);
  });

  it("serves callers in the order they came, and lets one leave the queue", async () => {
    const { client, seen } = await concurrent(99, { maxConcurrency: 1 });
    const controller = new AbortController();
    const calls = Array.from({ length: 6 }, (_, i) =>
      client.GET("/v1/Usage", group(`${i}`, i === 3 ? controller.signal : undefined)),
    );
    const reason = new Error("enough");
    const left = expect(calls[3]).rejects.toBe(reason);
    controller.abort(reason);
    await left;
    await Promise.allSettled(calls);
    expect(seen.map(({ url }) => url.at(-1))).toEqual(["0", "1", "2", "4", "5"]);
  });

  it("lets no call wait that is aborted already", async () => {
    const { url, seen } = await serve(() => {});
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1 });
    const controller = new AbortController();
    const stalled = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toThrow();
    await expect.poll(() => seen.length).toBe(1);
    const reason = new Error("enough");
    await expect(client.GET("/v1/Usage", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    controller.abort();
    await stalled;
  });

  it.each([0, -1, Number.NaN])("of %d is refused", (maxConcurrency) => {
    expect(() => createClient<paths>(api, { maxConcurrency })).toThrow(`maxConcurrency is ${maxConcurrency}`);
  });

  it("keeps no slot for a call that failed or was aborted on its way", async () => {
    const { url } = await serve(({ url }, response) => {
      if (url.includes("reset")) response.destroy();
      else if (!url.includes("stall")) json(response, { records: [] });
    });
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1, retry: false });
    await expect(client.GET("/v1/Usage", group("reset"))).rejects.toThrow();
    await expect(client.GET("/v1/Usage", group("stall", AbortSignal.timeout(30)))).rejects.toThrow();
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  });
});

describe("a provider that limits concurrent requests", () => {
  it("is asked for less at a time after a 429, so that all calls get through, and for more again later", async () => {
    const { client, state } = await concurrent(5);
    const burst = (calls: number) =>
      Promise.all(Array.from({ length: calls }, () => client.GET("/v1/Usage")));
    const results = await burst(50);
    expect(results.map(({ response }) => response.status)).toEqual(Array(50).fill(200));
    const refusedAtFirst = state.refused;
    expect(refusedAtFirst).toBeLessThan(60);

    state.most = 0;
    await burst(50);
    expect(state.refused - refusedAtFirst).toBeLessThan(20);
    expect(state.most).toBeGreaterThan(2);
  });
});

describe("a provider that says how much is left", () => {
  it("is not asked in a burst that the limit would end: the second half of it is spread", async () => {
    const reset = Date.now() + 2000;
    const at: number[] = [];
    const { url } = await serve((_, response) => {
      at.push(Date.now());
      json(response, { records: [] }, 200, {
        "x-ratelimit-limit": "20",
        "x-ratelimit-remaining": String(20 - at.length),
        "x-ratelimit-reset": String(Math.ceil(reset / 1000)),
      });
    });
    const client = createClient<paths>(api, { baseUrl: url });
    for (let call = 0; call < 14; call += 1) await client.GET("/v1/Usage");
    const time = (from: number, to: number) => Number(at[to]) - Number(at[from]);
    expect(time(0, 10)).toBeLessThan(500);
    expect(time(10, 13)).toBeGreaterThan(200);
  });

  it("is not asked again before the limit is reset, once nothing is left", async () => {
    const at: number[] = [];
    const { url } = await serve((_, response) => {
      at.push(Date.now());
      json(
        response,
        { records: [] },
        200,
        at.length === 1 ? { "ratelimit-remaining": "0", "ratelimit-reset": "1" } : {},
      );
    });
    const client = createClient<paths>(api, { baseUrl: url });
    await client.GET("/v1/Usage");
    await expect(client.GET("/v1/Usage", { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await client.GET("/v1/Usage");
    expect(Number(at[1]) - Number(at[0])).toBeGreaterThanOrEqual(990);
    expect(at).toHaveLength(2);
  });

  it("leaves no timer when no call waits for its limit any more", async () => {
    const headers = { "ratelimit-remaining": "0", "ratelimit-reset": "50" };
    const client = createClient<paths>(api, {
      fetch: async () => Response.json({ records: [] }, { headers }),
    });
    await client.GET("/v1/Usage");
    const controller = new AbortController();
    const before = timers();
    const call = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(timers()).toBeGreaterThan(before);
    controller.abort();
    await call;
    expect(timers()).toBe(before);
  });

  it("is asked at once where the limit lasts too long to wait for, and may refuse", async () => {
    const { url, seen } = await serve((_, response) =>
      json(response, {}, 200, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" }),
    );
    const client = createClient<paths>(api, { baseUrl: url });
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(seen).toHaveLength(2);
  });

  it("holds other calls back, too, when it refuses one for a while", async () => {
    const at: number[] = [];
    const { url } = await serve((_, response) => {
      at.push(Date.now());
      if (at.length === 1) json(response, {}, 429, { "retry-after": "1" });
      else json(response, { records: [] });
    });
    const client = createClient<paths>(api, { baseUrl: url });
    const first = client.GET("/v1/Usage");
    await expect.poll(() => at.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, client.GET("/v1/Usage")]);
    expect(Number(at[1]) - Number(at[0])).toBeGreaterThanOrEqual(990);
  });
});
