import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { json, serve } from "../../test/serve.ts";
import { recordTimers } from "../../test/timers.ts";
import { bearer, type ClientOptions, createClient, TimeoutError } from "../index.ts";

const never = () => new Promise<never>(() => {});

/** A client of a server whose first responses stall, before the headers or in the body. */
async function clientOf(stall: "headers" | "body", times: number, options: ClientOptions) {
  const { url, requests } = await serve((_, response) => {
    if (requests.length > times) json(response, { records: [] });
    else if (stall === "body") response.writeHead(200).write('{"records"');
  });
  return { client: createClient<paths>(api, { baseUrl: url, ...options }), requests };
}

const errorOf = (call: Promise<unknown>) => call.catch((e: unknown) => e);

describe("the timeout of an attempt", () => {
  it.each(["headers", "body"] as const)(
    "ends an attempt whose %s stall, and the call is retried",
    async (stall) => {
      const { client, requests } = await clientOf(stall, 1, { timeout: 1000, retry: { minDelay: 1 } });
      expect((await client.GET("/v1/Usage")).data).toEqual({ records: [] });
      expect(requests).toHaveLength(2);
    },
  );

  it.each(["headers", "body"] as const)("is the error if the %s stall every time", async (stall) => {
    const { client, requests } = await clientOf(stall, 9, {
      timeout: 250,
      retry: { minDelay: 1, maxRetries: 1 },
    });
    const error = await errorOf(client.GET("/v1/Usage"));
    expect(TimeoutError.is(error)).toBe(true);
    expect(error).toMatchObject({
      name: "TimeoutError",
      message: "GET /v1/Usage: no complete response within 250 ms",
      timeout: 250,
      scope: "attempt",
    });
    expect(requests).toHaveLength(2);
  });

  it("ends a fetch and a token function that ignore the signal", async () => {
    const stalled = createClient<paths>(api, { fetch: never, timeout: 40, retry: false });
    expect(TimeoutError.is(await errorOf(stalled.GET("/v1/Usage")))).toBe(true);

    let calls = 0;
    const authorize = bearer(() => (++calls === 1 ? never() : "t"));
    const client = createClient<paths>(api, {
      authorize,
      fetch: async () => Response.json({ records: [] }),
      timeout: 40,
      retry: { minDelay: 1 },
    });
    expect((await client.GET("/v1/Usage")).data).toEqual({ records: [] });
    expect(calls).toBe(2);
  });

  it("does not let a late response of the attempt end the next one", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let resolveFirst: ((response: Response) => void) | undefined;
    let attempts = 0;
    const client = createClient<paths>(api, {
      fetch: () => {
        attempts += 1;
        return attempts > 1 ? never() : new Promise((resolve) => (resolveFirst = resolve));
      },
      timeout: 2000,
      retry: { minDelay: 1, maxRetries: 1 },
    });
    const call = errorOf(client.GET("/v1/Usage", { signal: controller.signal }));
    await expect.poll(() => attempts, { timeout: 30_000 }).toBe(2);
    const late = Response.json({ records: [] });
    resolveFirst?.(late);
    await expect.poll(() => late.bodyUsed).toBe(true);
    await setImmediate();
    controller.abort(reason);
    expect(await call).toBe(reason);
  });
});

describe("the total timeout", () => {
  it("includes every attempt and the delays between them", async () => {
    const options = { timeout: { attempt: 80, total: 400 }, retry: { maxRetries: 50, minDelay: 1 } };
    const { client, requests } = await clientOf("headers", 99, options);
    expect(await errorOf(client.GET("/v1/Usage"))).toMatchObject({
      message: "GET /v1/Usage: not finished, including retries, within 400 ms",
      timeout: 400,
      scope: "total",
    });
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.length).toBeLessThan(51);
  });

  it("includes the retry delay and waiting for a slot", async () => {
    const { url, requests } = await serve(({ url }, response) => {
      if (!url.includes("stall")) json(response, {}, 503, { "retry-after": "20" });
    });
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1 });
    expect(await errorOf(client.GET("/v1/Usage", { timeout: { total: 500 } }))).toMatchObject({
      scope: "total",
    });

    const controller = new AbortController();
    const holding = errorOf(
      client.GET("/v1/Usage", { params: { query: { Group: "stall" } }, signal: controller.signal }),
    );
    const stalled = () => requests.filter(({ url }) => url.includes("stall")).length;
    await expect.poll(stalled).toBe(1);
    const sent = requests.length;
    expect(await errorOf(client.GET("/v1/Usage", { timeout: { total: 80 } }))).toMatchObject({
      scope: "total",
    });
    controller.abort();
    await holding;
    expect(requests).toHaveLength(sent);
  });
});

describe("the option timeout", () => {
  it("of a call overrides the client's, one member at a time, and applies to each page of a list", async () => {
    const { client } = await clientOf("headers", 9, {
      timeout: { attempt: 60_000, total: 60_000 },
      retry: false,
    });
    expect(await errorOf(client.GET("/v1/Usage", { timeout: 40 }))).toMatchObject({
      timeout: 40,
      scope: "attempt",
    });
    expect(await errorOf(client.GET("/v1/Usage", { timeout: { total: 40 } }))).toMatchObject({
      scope: "total",
    });
    const error = await errorOf(client.paginate("/v1/Usage", { timeout: 40 }).toArray());
    expect(TimeoutError.find(error)).toMatchObject({ timeout: 40, scope: "attempt" });
  });

  it("may be longer than any timer", async () => {
    const { delays } = recordTimers();
    const client = createClient<paths>(api, {
      fetch: async () => Response.json({ records: [] }),
      timeout: { attempt: 2 ** 40, total: 2 ** 50 },
    });
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
    expect(delays).toEqual([2 ** 31 - 1, 2 ** 31 - 1]);
    const unlimited = { attempt: Number.POSITIVE_INFINITY, total: Number.POSITIVE_INFINITY };
    expect((await client.GET("/v1/Usage", { timeout: unlimited })).response.status).toBe(200);
    expect(delays).toHaveLength(2);
  });

  it.each([0, -1, Number.NaN])("must not be %d", (timeout) => {
    const message = `timeout.attempt must be a number of milliseconds above 0; received ${timeout}`;
    expect(() => createClient<paths>(api, { timeout })).toThrow(message);
    expect(() => createClient<paths>(api).paginate("/v1/Usage", { timeout })).toThrow(message);
  });
});

it.each([
  ["succeeds", () => Response.json({ records: [] })],
  ["waits for a retry", () => new Response("", { status: 503 })],
  ["fails", () => Promise.reject(new Error("reset"))],
  ["is aborted", never],
])("a call that %s leaves no timer behind", async (_, respond) => {
  const { delays, pending } = recordTimers();
  const client = createClient<paths>(api, {
    fetch: async () => respond(),
    timeout: { attempt: 50_000, total: 60_000 },
    retry: { minDelay: 20_000 },
  });
  const controller = new AbortController();
  const call = errorOf(client.GET("/v1/Usage", { signal: controller.signal }));
  await setImmediate(); // the response is there, and the retry delay has started
  expect(delays.slice(0, 2)).toEqual([60_000, 50_000]);
  controller.abort();
  await call;
  expect(pending.size).toBe(0);
});

describe("a signal shared by hundreds of calls", () => {
  it("ends them all at once, without a warning, and keeps no listener", async () => {
    const warn = vi.fn();
    process.on("warning", warn);
    const { url, requests } = await serve((request, response) => {
      if (!request.url.includes("stall")) json(response, { records: [], next: null });
    });
    const client = createClient<paths>(api, { baseUrl: url });
    const controller = new AbortController();
    const done = Array.from({ length: 200 }, () => client.GET("/v1/Usage", { signal: controller.signal }));
    await Promise.all(done);
    await client.paginate("/v1/Usage", { signal: controller.signal }).toArray();
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);

    const params = { query: { Group: "stall" } };
    const stalled = Array.from({ length: 20 }, () =>
      client.GET("/v1/Usage", { params, signal: controller.signal }),
    );
    const settled = Promise.allSettled(stalled);
    await expect.poll(() => requests.length).toBe(221);
    controller.abort(new Error("enough"));
    for (const result of await settled) expect(result).toMatchObject({ reason: { message: "enough" } });
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await setImmediate(); // warnings are emitted in a later turn
    process.off("warning", warn);
    expect(warn).not.toHaveBeenCalled();
  });
});
