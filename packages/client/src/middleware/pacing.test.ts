import { describe, expect, it } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { json, serve } from "../../test/serve.ts";
import { recordTimers } from "../../test/timers.ts";
import { type ClientOptions, createClient } from "../index.ts";

/** A client of a server that rejects more than `limit` concurrent requests, as Twilio does. Each takes 10 ms. */
async function clientOf(limit: number, options: ClientOptions = {}) {
  const state = { inFlight: 0, most: 0, refused: 0 };
  const { url, requests } = await serve((_, response) => {
    if (state.inFlight >= limit) {
      state.refused += 1;
      return json(response, { code: 20429, message: "Too Many Requests" }, 429);
    }
    state.inFlight += 1;
    state.most = Math.max(state.most, state.inFlight);
    setTimeout(() => {
      state.inFlight -= 1;
      json(response, { records: [], next: null });
    }, 10);
  });
  return { client: createClient<paths>(api, { baseUrl: url, ...options }), requests, state };
}

const group = (Group: string, signal?: AbortSignal) => ({ params: { query: { Group } }, signal });

describe("maxConcurrency", () => {
  it("applies to all calls and pagers of a client together", async () => {
    const { client, state } = await clientOf(99, { maxConcurrency: 3 });
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 2 === 0 ? client.GET("/v1/Usage") : client.paginate("/v1/Usage").toArray(),
      ),
    );
    expect(state.most).toBe(3);
  });

  it("starts calls in the order in which they were made, and lets an aborted one leave the queue", async () => {
    const { client, requests } = await clientOf(99, { maxConcurrency: 1 });
    const controller = new AbortController();
    const calls = Array.from({ length: 6 }, (_, i) =>
      client.GET("/v1/Usage", group(`${i}`, i === 3 ? controller.signal : undefined)),
    );
    const reason = new Error("enough");
    const aborted = expect(calls[3]).rejects.toBe(reason);
    controller.abort(reason);
    await aborted;
    await Promise.allSettled(calls);
    expect(requests.map(({ url }) => url.at(-1))).toEqual(["0", "1", "2", "4", "5"]);
  });

  it("rejects a call at once that is already aborted, also if there is no slot", async () => {
    const { url, requests } = await serve(() => {});
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1 });
    const controller = new AbortController();
    const stalled = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toThrow();
    await expect.poll(() => requests.length).toBe(1);
    const reason = new Error("enough");
    await expect(client.GET("/v1/Usage", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    controller.abort();
    await stalled;
  });

  it.each([0, -1, Number.NaN])("must not be %d", (maxConcurrency) => {
    expect(() => createClient<paths>(api, { maxConcurrency })).toThrow(
      `maxConcurrency must be 1 or more; received ${maxConcurrency}`,
    );
  });

  it("frees the slot of a call that failed or was aborted", async () => {
    const { url, requests } = await serve(({ url }, response) => {
      if (url.includes("reset")) response.destroy();
      else if (!url.includes("stall")) json(response, { records: [] });
    });
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1, retry: false });
    await expect(client.GET("/v1/Usage", group("reset"))).rejects.toThrow();
    const controller = new AbortController();
    const stalled = expect(client.GET("/v1/Usage", group("stall", controller.signal))).rejects.toThrow();
    await expect.poll(() => requests.length).toBe(2);
    controller.abort();
    await stalled;
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  });
});

describe("after a 429 of a provider that limits concurrent requests", () => {
  it("fewer requests are in flight until all calls succeed, and later more again", async () => {
    const { client, state } = await clientOf(5);
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

describe("with the rate limit headers of a provider", () => {
  it("the first half of a limit is used without delay, and the second half is spread until the reset", async () => {
    const times: number[] = [];
    const { delays } = recordTimers();
    const client = createClient<paths>(api, {
      fetch: async () => {
        times.push(performance.now());
        const headers = {
          "ratelimit-limit": "20",
          "ratelimit-remaining": String(20 - times.length),
          "ratelimit-reset": "2",
        };
        return Response.json({ records: [] }, { headers });
      },
      timeout: Number.POSITIVE_INFINITY,
    });
    for (let call = 0; call < 11; call += 1) await client.GET("/v1/Usage");
    expect(delays).toEqual([]);
    for (let call = 0; call < 3; call += 1) await client.GET("/v1/Usage");
    // After the 11th and 12th response, 9 and 8 requests are left for 2 seconds.
    expect(Number(times[13]) - Number(times[11])).toBeGreaterThan(2000 / 9 + 2000 / 8 - 10);
  });

  it.each([
    ["an hour away, with few requests left", { "ratelimit-remaining": "1", "ratelimit-reset": "3600" }],
    ["within the minute, with few requests left", { "ratelimit-remaining": "1", "ratelimit-reset": "59" }],
    ["centuries away", { "x-ratelimit-remaining": "1", "x-ratelimit-reset": "99999999999" }],
    ["an hour away, in milliseconds", { "x-ratelimit-remaining": "1", "x-ratelimit-reset": "1735693200000" }],
  ])("requests are at most a second apart when the reset is %s", async (_, fields) => {
    const { delays } = recordTimers();
    const prefix = Object.keys(fields)[0]?.replace("remaining", "");
    const headers = { date: "Wed, 01 Jan 2025 00:00:00 GMT", [`${prefix}limit`]: "100", ...fields };
    const client = createClient<paths>(api, {
      fetch: async () => Response.json({ records: [] }, { headers }),
      timeout: Number.POSITIVE_INFINITY,
    });
    // The second call may start at once, as the first one started before the limit was known.
    for (let call = 0; call < 3; call += 1) await client.GET("/v1/Usage");
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeGreaterThan(500);
    expect(delays[0]).toBeLessThanOrEqual(1000);
  });

  it("no request starts before the reset of a limit that is used up", async () => {
    const times: number[] = [];
    const { url } = await serve((_, response) => {
      times.push(performance.now());
      json(
        response,
        { records: [] },
        200,
        times.length === 1 ? { "ratelimit-remaining": "0", "ratelimit-reset": "1" } : {},
      );
    });
    const client = createClient<paths>(api, { baseUrl: url });
    await client.GET("/v1/Usage");
    const controller = new AbortController();
    const aborted = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toThrow();
    const waiting = client.GET("/v1/Usage");
    controller.abort();
    await aborted;
    await waiting;
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(990);
    expect(times).toHaveLength(2);
  });

  it("no timer is left when no call waits for the reset any more", async () => {
    const headers = { "ratelimit-remaining": "0", "ratelimit-reset": "50" };
    const client = createClient<paths>(api, {
      fetch: async () => Response.json({ records: [] }, { headers }),
    });
    await client.GET("/v1/Usage");
    const { pending } = recordTimers();
    const controller = new AbortController();
    const call = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toThrow();
    await expect.poll(() => pending.size).toBe(1);
    controller.abort();
    await call;
    expect(pending.size).toBe(0);
  });

  it("requests start at once if the reset is too far away to wait for", async () => {
    const { url, requests } = await serve((_, response) =>
      json(response, {}, 200, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" }),
    );
    const client = createClient<paths>(api, { baseUrl: url });
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(requests).toHaveLength(2);
  });

  it("a 429 that asks for a delay holds the other calls back, too", async () => {
    const times: number[] = [];
    const { url } = await serve((_, response) => {
      times.push(performance.now());
      if (times.length === 1) json(response, {}, 429, { "retry-after": "1" });
      else json(response, { records: [] });
    });
    let retries = 0;
    const client = createClient<paths>(api, { baseUrl: url, hooks: { retry: () => (retries += 1) } });
    const first = client.GET("/v1/Usage");
    await expect.poll(() => retries).toBe(1);
    await Promise.all([first, client.GET("/v1/Usage")]);
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(990);
  });
});
