import type { ServerResponse } from "node:http";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { json, serve } from "../../test/serve.ts";
import {
  type ClientOptions,
  ConnectionError,
  createClient,
  MalformedResponseError,
  ServerError,
  unwrap,
} from "../index.ts";
import { backoff, createBudget } from "./retry.ts";

type Reply = (response: ServerResponse) => void;

const good: Reply = (response) => json(response, { records: [] });
const status =
  (code: number, headers: object = {}): Reply =>
  (response) =>
    json(response, { message: "no" }, code, headers);
const reset: Reply = (response) => response.destroy();
const cutOff: Reply = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"records"', () => response.destroy());
};
const invalid: Reply = (response) => response.writeHead(200).end('{"records": [');

/** A client of a server that replies with each of these in turn, and then with the last one forever. */
async function clientOf(replies: Reply[], options: ClientOptions = {}) {
  let next = 0;
  const times: number[] = [];
  const { url, requests } = await serve((_, response) => {
    times.push(performance.now());
    replies[Math.min(next++, replies.length - 1)]?.(response);
  });
  const retry = { minDelay: 1, ...options.retry };
  return { client: createClient<paths>(api, { baseUrl: url, ...options, retry }), requests, times };
}

describe("a call", () => {
  it.each([
    ["a connection that is reset", reset],
    ["a body that is cut off", cutOff],
    ["JSON that is cut off", invalid],
    ...[408, 429, 500, 502, 503, 504].map((code): [string, Reply] => [`a ${code}`, status(code)]),
  ])("is retried after %s", async (_, fault) => {
    const { client, requests } = await clientOf([fault, fault, good]);
    expect(await unwrap(client.GET("/v1/Usage"))).toEqual({ records: [] });
    expect(requests).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 302, 501])("is not retried after a %i", async (code) => {
    const { client, requests } = await clientOf([status(code), good]);
    expect((await client.GET("/v1/Usage")).response.status).toBe(code);
    expect(requests).toHaveLength(1);
  });

  it.each([
    [reset, ConnectionError],
    [cutOff, ConnectionError],
    [invalid, MalformedResponseError],
    [status(503), ServerError],
  ])("fails with the error of the last attempt", async (fault, Class) => {
    const { client, requests } = await clientOf([fault]);
    const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
    expect(Class.is(error)).toBe(true);
    expect(requests).toHaveLength(3);
  });

  it("is not retried if retry is false, for the client or for the call", async () => {
    const { client, requests } = await clientOf([status(503)]);
    await client.GET("/v1/Usage", { retry: false });
    expect(requests).toHaveLength(1);
    await client.GET("/v1/Usage", { retry: { maxRetries: 1 } });
    expect(requests).toHaveLength(3);

    const other = await serve((_, response) => status(503)(response));
    await createClient<paths>(api, { baseUrl: other.url, retry: false }).GET("/v1/Usage");
    expect(other.requests).toHaveLength(1);
  });

  it("is not retried if it is not idempotent, unless its description says so", async () => {
    const { client, requests } = await clientOf([status(503), good]);
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(503);
    expect(requests).toHaveLength(1);

    const idempotent = {
      ...api,
      operations: { ...api.operations, "POST /v1/Usage": { idempotent: true } },
    } as const;
    const other = await serve((_, response) =>
      other.requests.length === 1 ? response.destroy() : json(response, {}),
    );
    const retrying = createClient<paths, typeof idempotent>(idempotent, {
      baseUrl: other.url,
      retry: { minDelay: 1 },
    });
    await unwrap(retrying.POST("/v1/Usage", { body: { bytes: 1 } }));
    expect(other.requests.map(({ body }) => body)).toEqual(['{"bytes":1}', '{"bytes":1}']);
  });

  it("is retried after the delay that the provider asks for", async () => {
    const { client, times } = await clientOf([status(503, { "retry-after": "1" }), good]);
    await client.GET("/v1/Usage");
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(990);
  });

  it.each([
    ["seconds", { "retry-after": "31" }],
    ["very many seconds", { "retry-after": "9".repeat(30) }],
    ["a date", { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }],
    ["the reset of a rate limit", { "x-ratelimit-reset": `${Math.ceil(Date.now() / 1000) + 55}` }],
  ])("fails at once if the provider asks for more than maxDelay: %s", async (_, headers) => {
    const { client, requests } = await clientOf([status(429, headers), good]);
    const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
    expect(error.retryAfter).toBeGreaterThan(30);
    expect(requests).toHaveLength(1);
  });

  it("rejects with the signal's reason if it is aborted during a delay", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    // In the next turn, when the delay has started.
    const retry = () => setImmediate(() => controller.abort(reason));
    const { client, requests } = await clientOf([status(503, { "retry-after": "20" })], { hooks: { retry } });
    const start = performance.now();
    await expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toBe(reason);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(requests).toHaveLength(1);
  });
});

it("is retried on every page of a list, by the options of the list", async () => {
  const page =
    (next: string | null, bytes: number): Reply =>
    (response) =>
      json(response, { records: [{ sim: null, bytes, price: null }], next });
  const { client, requests } = await clientOf([
    reset,
    page("?Page=1", 1),
    status(502),
    cutOff,
    page(null, 2),
  ]);
  const records = await client.paginate("/v1/Usage", { headers: { "x-a": "1" } }).toArray();
  expect(records.map(({ bytes }) => bytes)).toEqual([1, 2]);
  expect(requests.map(({ headers }) => headers["x-a"])).toEqual(["1", "1", "1", "1", "1"]);

  const once = await clientOf([page("?Page=1", 1), status(502), page(null, 2)]);
  const error = await once.client
    .paginate("/v1/Usage", { retry: false })
    .toArray()
    .catch((e) => e);
  expect(ServerError.find(error)?.status).toBe(502);
});

it.each([
  [{ maxRetries: -1 }, "retry.maxRetries must be 0 or more; received -1"],
  [{ minDelay: Number.NaN }, "retry.minDelay must be 0 or more; received NaN"],
])("rejects the option %j at once", async (retry, message) => {
  expect(() => createClient<paths>(api, { retry })).toThrow(message);
  expect(() => createClient<paths>(api).paginate("/v1/Usage", { retry })).toThrow(message);
});

describe("backoff", () => {
  const policies = fc.record({
    maxRetries: fc.nat(),
    minDelay: fc.nat({ max: 1e6 }),
    maxDelay: fc.nat({ max: 1e9 }),
  });

  it("is a random part of a delay that doubles, and never more than maxDelay", () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5000 }), (policy, retry) => {
        const delay = backoff(policy, retry, undefined);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(
          Math.min(policy.maxDelay, policy.minDelay * 2 ** Math.min(retry - 1, 1000)),
        );
      }),
    );
    const delays = new Set(
      Array.from({ length: 20 }, () =>
        backoff({ maxRetries: 1, minDelay: 500, maxDelay: 1e6 }, 3, undefined),
      ),
    );
    expect(delays.size).toBeGreaterThan(15);
  });

  it("doubles the longest delay with each retry", () => {
    const random = vi.spyOn(Math, "random").mockReturnValue(1);
    onTestFinished(() => random.mockRestore());
    const policy = { maxRetries: 9, minDelay: 500, maxDelay: 10_000 };
    const delays = [1, 2, 3, 4, 5, 6, 7].map((retry) => backoff(policy, retry, undefined));
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it("is never less than the provider asks for, and at most minDelay more", () => {
    fc.assert(
      fc.property(policies, fc.nat({ max: 1e6 }), (policy, seconds) => {
        const extra = backoff(policy, 1, seconds) - seconds * 1000;
        expect(extra).toBeGreaterThanOrEqual(0);
        expect(extra).toBeLessThanOrEqual(policy.minDelay + 1);
      }),
    );
  });
});

describe("the retry budget", () => {
  it("never allows more retries than its capacity and what good responses earned", () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.array(fc.boolean(), { maxLength: 500 }), (capacity, faults) => {
        const budget = createBudget({ capacity });
        const retries = faults.filter((fault) => (fault ? budget.take() : budget.refill())).length;
        expect(retries).toBeLessThanOrEqual(capacity + faults.filter((fault) => !fault).length);
      }),
    );
  });

  it("is not used up by faults on less than half of the responses, and recovers after an outage", () => {
    const budget = createBudget();
    for (let response = 0; response < 10_000; response += 1) {
      if (response % 5 < 2) expect(budget.take()).toBe(true);
      else budget.refill();
    }
    while (budget.take());
    budget.refill();
    expect(budget.take()).toBe(true);
  });

  it("keeps retries from multiplying an outage", async () => {
    const { client, requests } = await clientOf([status(503)]);
    for (let batch = 0; batch < 10; batch += 1) {
      await Promise.all(Array.from({ length: 20 }, () => client.GET("/v1/Usage")));
    }
    expect(requests.length).toBeLessThanOrEqual(240);
    expect(requests.length).toBeGreaterThan(200);
  });

  it("lets every call succeed with faults on 30 % of the responses", async () => {
    let count = 0;
    const { url } = await serve((_, response) => (count++ % 10 < 3 ? status(502) : good)(response));
    const client = createClient<paths>(api, { baseUrl: url, retry: { minDelay: 1, maxRetries: 8 } });
    for (let batch = 0; batch < 20; batch += 1) {
      const results = await Promise.all(Array.from({ length: 20 }, () => client.GET("/v1/Usage")));
      expect(results.filter(({ response }) => !response.ok)).toEqual([]);
    }
  });

  it("is not used by a 429", async () => {
    const { client, requests } = await clientOf([status(429), good], { retry: { budget: { capacity: 0 } } });
    expect(await unwrap(client.GET("/v1/Usage"))).toEqual({ records: [] });
    expect(requests).toHaveLength(2);
  });

  it("can be resized and turned off", async () => {
    const none = await clientOf([status(503)], { retry: { budget: { capacity: 0 } } });
    await none.client.GET("/v1/Usage");
    expect(none.requests).toHaveLength(1);
    const unlimited = await clientOf([status(503)], { retry: { budget: false } });
    await Promise.all(Array.from({ length: 30 }, () => unlimited.client.GET("/v1/Usage")));
    expect(unlimited.requests).toHaveLength(90);
  });
});
