import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import {
  type ClientOptions,
  ConnectionError,
  createClient,
  MalformedResponseError,
  ServerError,
  unwrap,
} from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

type Answer = (response: ServerResponse) => void;

const good: Answer = (response) => json(response, { records: [] });
const status =
  (code: number, headers: object = {}): Answer =>
  (response) =>
    json(response, { message: "no" }, code, headers);
const reset: Answer = (response) => response.destroy();
const cut: Answer = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"records"', () => response.destroy());
};
const broken: Answer = (response) => response.writeHead(200).end('{"records": [');

/** A server that gives these answers in turn, and then the last one for ever. */
async function answering(answers: Answer[], options: ClientOptions = {}) {
  let next = 0;
  const at: number[] = [];
  const { url, seen } = await serve((_, response) => {
    at.push(Date.now());
    answers[Math.min(next++, answers.length - 1)]?.(response);
  });
  const retry = { minDelay: 1, ...options.retry };
  return { client: createClient<paths>(api, { baseUrl: url, ...options, retry }), seen, at };
}

describe("a call", () => {
  it.each([
    ["a connection that is reset", reset],
    ["a body cut in the middle", cut],
    ["JSON that breaks off", broken],
    ...[408, 429, 500, 502, 503, 504].map((code): [string, Answer] => [`a ${code}`, status(code)]),
  ])("gets over %s", async (_, fault) => {
    const { client, seen } = await answering([fault, fault, good]);
    expect(await unwrap(client.GET("/v1/Usage"))).toEqual({ records: [] });
    expect(seen).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 302, 501])("takes a %i for an answer", async (code) => {
    const { client, seen } = await answering([status(code), good]);
    expect((await client.GET("/v1/Usage")).response.status).toBe(code);
    expect(seen).toHaveLength(1);
  });

  it.each([
    [reset, ConnectionError],
    [cut, ConnectionError],
    [broken, MalformedResponseError],
    [status(503), ServerError],
  ])("fails as the last attempt did", async (fault, Class) => {
    const { client, seen } = await answering([fault]);
    const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
    expect(Class.is(error)).toBe(true);
    expect(seen).toHaveLength(3);
  });

  it("is tried once where retry is false, for the client or for the call", async () => {
    const { client, seen } = await answering([status(503)]);
    await client.GET("/v1/Usage", { retry: false });
    expect(seen).toHaveLength(1);
    await client.GET("/v1/Usage", { retry: { maxRetries: 1 } });
    expect(seen).toHaveLength(3);

    const { url, seen: once } = await serve((_, response) => status(503)(response));
    await createClient<paths>(api, { baseUrl: url, retry: false }).GET("/v1/Usage");
    expect(once).toHaveLength(1);
  });

  it("that must not be sent twice is not, unless its description allows it", async () => {
    const { client, seen } = await answering([status(503), good]);
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(503);
    expect(seen).toHaveLength(1);

    const idempotent = {
      ...api,
      operations: { ...api.operations, "POST /v1/Usage": { idempotent: true } },
    } as const;
    const { url, seen: bodies } = await serve((_, response) =>
      bodies.length === 1 ? response.destroy() : json(response, {}),
    );
    const again = createClient<paths, typeof idempotent>(idempotent, {
      baseUrl: url,
      retry: { minDelay: 1 },
    });
    await unwrap(again.POST("/v1/Usage", { body: { bytes: 1 } }));
    expect(bodies.map(({ body }) => body)).toEqual(['{"bytes":1}', '{"bytes":1}']);
  });

  it("waits as long as the provider asks", async () => {
    const { client, at } = await answering([status(503, { "retry-after": "1" }), good]);
    await client.GET("/v1/Usage");
    expect(Number(at[1]) - Number(at[0])).toBeGreaterThanOrEqual(990);
  });

  it.each([
    ["seconds", { "retry-after": "31" }],
    ["seconds without end", { "retry-after": "9".repeat(30) }],
    ["a date", { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }],
    ["a rate limit's reset", { "x-ratelimit-reset": `${Math.ceil(Date.now() / 1000) + 55}` }],
  ])("fails at once when the provider asks for more patience than it has: %s", async (_, headers) => {
    const { client, seen } = await answering([status(429, headers), good]);
    const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
    expect(error.retryAfter).toBeGreaterThan(30);
    expect(seen).toHaveLength(1);
  });

  it("is aborted in the middle of a wait, with the signal's reason", async () => {
    const { client, seen } = await answering([status(503, { "retry-after": "20" })]);
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = client.GET("/v1/Usage", { signal: controller.signal });
    await expect.poll(() => seen.length).toBe(1);
    setTimeout(() => controller.abort(reason), 50);
    const began = Date.now();
    await expect(call).rejects.toBe(reason);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(seen).toHaveLength(1);
  });
});

it.each([
  [{ maxRetries: -1 }, "maxRetries is -1"],
  [{ minDelay: Number.NaN }, "minDelay is NaN"],
])("refuses %j at once", async (retry, message) => {
  expect(() => createClient<paths>(api, { retry })).toThrow(message);
  expect(() => createClient<paths>(api).paginate("/v1/Usage", { retry })).toThrow(message);
});

describe("the retry budget", () => {
  it("keeps an outage from being multiplied", async () => {
    const { client, seen } = await answering([status(503)]);
    for (let batch = 0; batch < 10; batch += 1) {
      await Promise.all(Array.from({ length: 20 }, () => client.GET("/v1/Usage")));
    }
    expect(seen.length).toBeLessThanOrEqual(240);
    expect(seen.length).toBeGreaterThan(200);
  });

  it("lets every call ride out faults on 30 % of the answers", async () => {
    let requests = 0;
    const { url } = await serve((_, response) => (requests++ % 10 < 3 ? status(502) : good)(response));
    const client = createClient<paths>(api, { baseUrl: url, retry: { minDelay: 1, maxRetries: 8 } });
    for (let batch = 0; batch < 20; batch += 1) {
      const results = await Promise.all(Array.from({ length: 20 }, () => client.GET("/v1/Usage")));
      expect(results.filter(({ response }) => !response.ok)).toEqual([]);
    }
  });

  it("is the caller's to size, or to do without", async () => {
    const none = await answering([status(503)], { retry: { budget: { capacity: 0 } } });
    await none.client.GET("/v1/Usage");
    expect(none.seen).toHaveLength(1);
    const endless = await answering([status(503)], { retry: { budget: false } });
    await Promise.all(Array.from({ length: 30 }, () => endless.client.GET("/v1/Usage")));
    expect(endless.seen).toHaveLength(90);
  });
});

it("retries every page of a list, by the list's own options", async () => {
  const page =
    (next: string | null, bytes: number): Answer =>
    (response) =>
      json(response, { records: [{ sim: null, bytes, price: null }], next });
  const { client, seen } = await answering([reset, page("?Page=1", 1), status(502), cut, page(null, 2)]);
  const records = await client.paginate("/v1/Usage", { headers: { "x-a": "1" } }).toArray();
  expect(records.map(({ bytes }) => bytes)).toEqual([1, 2]);
  expect(seen.map(({ headers }) => headers["x-a"])).toEqual(["1", "1", "1", "1", "1"]);

  const once = await answering([page("?Page=1", 1), status(502), page(null, 2)]);
  const error = await once.client
    .paginate("/v1/Usage", { retry: false })
    .toArray()
    .catch((e) => e);
  expect(ServerError.find(error)?.status).toBe(502);
});
