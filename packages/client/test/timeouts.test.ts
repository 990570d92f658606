import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { bearer, type ClientOptions, createClient, TimeoutError } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";
import { timers } from "./timers.ts";

const never = () => new Promise<never>(() => {});

/** A server whose first answers stall, before the headers or in the body. */
async function stalling(where: "headers" | "body", times: number, options: ClientOptions) {
  const { url, seen } = await serve((_, response) => {
    if (seen.length > times) json(response, { records: [] });
    else if (where === "body") response.writeHead(200).write('{"records"');
  });
  return { client: createClient<paths>(api, { baseUrl: url, ...options }), seen };
}

const failure = (call: Promise<unknown>) => call.catch((e: unknown) => e);

describe("timeout", () => {
  it.each(["headers", "body"] as const)(
    "ends an attempt whose %s stall, and the next one serves",
    async (where) => {
      const { client, seen } = await stalling(where, 1, { timeout: 100, retry: { minDelay: 1 } });
      expect((await client.GET("/v1/Usage")).data).toEqual({ records: [] });
      expect(seen).toHaveLength(2);
    },
  );

  it.each(["headers", "body"] as const)("is the error when %s stall every time", async (where) => {
    const { client, seen } = await stalling(where, 9, {
      timeout: 250,
      retry: { minDelay: 1, maxRetries: 1 },
    });
    const error = await failure(client.GET("/v1/Usage"));
    expect(TimeoutError.is(error)).toBe(true);
    expect(error).toMatchObject({
      name: "TimeoutError",
      message: "GET /v1/Usage: no complete answer within 250 ms",
      timeout: 250,
      scope: "attempt",
    });
    expect(seen).toHaveLength(2);
  });

  it("in total covers every attempt and the waits between them", async () => {
    const options = { timeout: { attempt: 80, total: 200 }, retry: { maxRetries: 50, minDelay: 1 } };
    const { client, seen } = await stalling("headers", 99, options);
    const began = Date.now();
    expect(await failure(client.GET("/v1/Usage"))).toMatchObject({ timeout: 200, scope: "total" });
    expect(Date.now() - began).toBeLessThan(1000);
    expect(seen.length).toBeGreaterThan(1);
  });

  it("in total covers backoff and waiting for a slot", async () => {
    const { url, seen } = await serve(({ url }, response) => {
      if (!url.includes("stall")) json(response, {}, 503, { "retry-after": "20" });
    });
    const client = createClient<paths>(api, { baseUrl: url, maxConcurrency: 1 });
    expect(await failure(client.GET("/v1/Usage", { timeout: { total: 80 } }))).toMatchObject({
      scope: "total",
    });

    const controller = new AbortController();
    const holding = failure(
      client.GET("/v1/Usage", { params: { query: { Group: "stall" } }, signal: controller.signal }),
    );
    await expect.poll(() => seen.length).toBe(2);
    expect(await failure(client.GET("/v1/Usage", { timeout: { total: 80 } }))).toMatchObject({
      scope: "total",
    });
    controller.abort();
    await holding;
    expect(seen).toHaveLength(2);
  });

  it("of a call goes before the client's, one at a time, and holds on each page of a list", async () => {
    const { client } = await stalling("headers", 9, {
      timeout: { attempt: 60_000, total: 60_000 },
      retry: false,
    });
    expect(await failure(client.GET("/v1/Usage", { timeout: 40 }))).toMatchObject({
      timeout: 40,
      scope: "attempt",
    });
    expect(await failure(client.GET("/v1/Usage", { timeout: { total: 40 } }))).toMatchObject({
      scope: "total",
    });
    const error = await failure(client.paginate("/v1/Usage", { timeout: 40 }).toArray());
    expect(TimeoutError.find(error)).toMatchObject({ timeout: 40, scope: "attempt" });
  });

  it("ends a fetch and a token function that listen to no signal", async () => {
    const deaf = createClient<paths>(api, { fetch: never, timeout: 40, retry: false });
    expect(TimeoutError.is(await failure(deaf.GET("/v1/Usage")))).toBe(true);

    let calls = 0;
    const authorize = bearer(() => (++calls === 1 ? never() : "t"));
    const { url } = await serve((_, response) => json(response, { records: [] }));
    const client = createClient<paths>(api, { baseUrl: url, authorize, timeout: 40, retry: { minDelay: 1 } });
    expect((await client.GET("/v1/Usage")).data).toEqual({ records: [] });
    expect(calls).toBe(2);
  });

  it("of an attempt leaves the next one to the caller's abort, however late its own answer comes", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let answerFirst: ((response: Response) => void) | undefined;
    const attempts: number[] = [];
    const client = createClient<paths>(api, {
      fetch: () => {
        attempts.push(Date.now());
        return attempts.length > 1 ? never() : new Promise((resolve) => (answerFirst = resolve));
      },
      timeout: 2000,
      retry: { minDelay: 1, maxRetries: 1 },
    });
    const call = failure(client.GET("/v1/Usage", { signal: controller.signal }));
    await expect.poll(() => attempts.length, { timeout: 5000 }).toBe(2);
    answerFirst?.(Response.json({ records: [] }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  it("leaves no timer, however the call ends", async () => {
    const before = timers();
    const timeout = { attempt: 50_000, total: 60_000 };
    const fail = () => Promise.reject(new Error("reset"));
    const answers = [
      () => Response.json({ records: [] }),
      () => new Response("", { status: 503 }),
      fail,
      never,
    ];
    for (const answer of answers) {
      const client = createClient<paths>(api, { fetch: async () => answer(), timeout });
      const controller = new AbortController();
      const call = client.GET("/v1/Usage", { retry: { minDelay: 20_000 }, signal: controller.signal });
      const ended = failure(call);
      expect(timers()).toBeGreaterThan(before);
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.abort();
      await ended;
      expect(timers()).toBe(before);
    }
  });

  it("longer than any timer does not fire at once", async () => {
    const { url } = await serve((_, response) => setTimeout(() => json(response, { records: [] }), 30));
    const client = createClient<paths>(api, { baseUrl: url, timeout: { attempt: 2 ** 40, total: 2 ** 50 } });
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
    expect((await client.GET("/v1/Usage", { timeout: Number.POSITIVE_INFINITY })).response.status).toBe(200);
  });

  it.each([0, -1, Number.NaN])("of %d is refused at once", (timeout) => {
    expect(() => createClient<paths>(api, { timeout })).toThrow(`timeout: attempt is ${timeout}`);
    expect(() => createClient<paths>(api).paginate("/v1/Usage", { timeout })).toThrow("timeout: attempt");
  });
});

describe("a signal shared by hundreds of calls", () => {
  it("ends them all at once, without a warning, and keeps no listener", async () => {
    const warn = vi.fn();
    process.on("warning", warn);
    const { url, seen } = await serve((request, response) => {
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
    await expect.poll(() => seen.length).toBe(221);
    controller.abort(new Error("enough"));
    for (const result of await settled) expect(result).toMatchObject({ reason: { message: "enough" } });
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("warning", warn);
    expect(warn).not.toHaveBeenCalled();
  });
});
