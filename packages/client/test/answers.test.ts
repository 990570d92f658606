import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  createClient,
  header,
  MalformedResponseError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  unwrap,
} from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

type Answer = Parameters<typeof serve>[0];

async function answeredBy(answer: Answer) {
  const { url, seen } = await serve(answer);
  return {
    client: createClient<paths>(api, {
      baseUrl: url,
      authorize: header("X-Api-Key", "k3y-of-mine"),
      retry: false,
    }),
    seen,
  };
}

const raw =
  (status: number, body: string, headers: object = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { ...headers }).end(body);

it("gives the data of a 2xx answer and its response", async () => {
  const { client } = await answeredBy((_, response) => json(response, { records: [] }, 200, { "x-a": "1" }));
  const { data, error, response } = await client.GET("/v1/Usage");
  expect({ data, error, status: response.status, a: response.headers.get("x-a") }).toEqual({
    data: { records: [] },
    error: undefined,
    status: 200,
    a: "1",
  });
});

it("gives the documented body of any other answer as error", async () => {
  const { client } = await answeredBy((_, response) => json(response, { code: 83600, message: "bad" }, 400));
  const { data, error } = await client.GET("/v1/Usage");
  expect({ data, error }).toEqual({ data: undefined, error: { code: 83600, message: "bad" } });
});

it.each([
  [502, "<html>Bad gateway</html>"],
  [503, ""],
  [500, "null"],
  [500, "false"],
])("gives a truthy error where the body of a %i is %j", async (status, text) => {
  const { client } = await answeredBy(raw(status, text));
  const { error } = await client.GET("/v1/Usage");
  expect(error).toEqual({ unreadable: true, status, text });
});

it.each([
  [401, AuthenticationError],
  [403, PermissionError],
  [404, NotFoundError],
  [429, RateLimitError],
  [500, ServerError],
  [418, ApiError],
])("unwraps a %i into its own error class", async (status, Class) => {
  const { client } = await answeredBy((_, response) =>
    json(response, { code: 20001, message: "No." }, status, {
      "twilio-request-id": "RQ1",
      "retry-after": "7",
    }),
  );
  const error = await unwrap(client.GET("/v1/Usage", { params: { query: { Group: "sim" } } })).catch(
    (e) => e,
  );
  expect(Class.is(error)).toBe(true);
  expect(ApiError.is(error)).toBe(true);
  expect(ConnectionError.is(error)).toBe(false);
  expect(error).toMatchObject({
    name: Class.prototype.constructor.name,
    message: `GET /v1/Usage: ${status} (20001): No.`,
    status,
    code: 20001,
    requestId: "RQ1",
    retryAfter: 7,
    body: { code: 20001, message: "No." },
    method: "GET",
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/Usage\?Group=sim$/),
  });
});

it("unwraps a 2xx into its data", async () => {
  const { client } = await answeredBy((_, response) => json(response, { records: [] }));
  expect(await unwrap(client.GET("/v1/Usage"))).toEqual({ records: [] });
});

it("says in the error what a proxy answered", async () => {
  const { client } = await answeredBy(raw(502, "<html>Bad gateway</html>"));
  await expect(unwrap(client.GET("/v1/Usage"))).rejects.toThrow(
    "GET /v1/Usage: 502: the body is not JSON: <html>Bad gateway</html>",
  );
});

it.each([
  ["<html>Sign in</html>", "text/html", "is not JSON: <html>Sign in</html>"],
  ['{"records": [', "application/json", 'is not JSON: {"records": ['],
  ["", "application/json", "is empty"],
  ["", "text/plain", "is empty"],
])("rejects a 2xx whose body is %j", async (body, type, reason) => {
  const { client } = await answeredBy(raw(200, body, { "content-type": type }));
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(MalformedResponseError.is(error)).toBe(true);
  expect(error.message).toBe(`GET /v1/Usage: 200, but the body ${reason}`);
});

it("is told so when the option fetch resolves with no Response", async () => {
  // What a mock that was not set up gives.
  const fetch = (async () => undefined) as unknown as typeof globalThis.fetch;
  const client = createClient<paths>(api, { baseUrl: "https://localhost", fetch, retry: false });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toContain("the option fetch resolved with no Response");
});

it("gives no data for a 204", async () => {
  const { client } = await answeredBy(raw(204, ""));
  expect(await unwrap(client.GET("/v1/Usage"))).toBeUndefined();
});

it("rejects with a ConnectionError when nobody listens, keeping the cause", async () => {
  const client = createClient<paths>(api, { baseUrl: "http://127.0.0.1:1", retry: false });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toMatch(/^GET \/v1\/Usage: no answer from http:\/\/127\.0\.0\.1:1: /);
  expect(error.cause).toBeInstanceOf(TypeError);
});

it.each([200, 500])("rejects with a ConnectionError when the body of a %i is cut", async (status) => {
  const { client } = await answeredBy((_, response) => {
    response.writeHead(status, { "content-length": "1000" });
    response.write('{"records"', () => response.destroy());
  });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toMatch(/^GET \/v1\/Usage: the answer from http:\/\/127\.0\.0\.1:\d+ broke off: /);
});

it("rejects with the signal's reason when aborted before, during the headers, and during the body", async () => {
  const { client, seen } = await answeredBy((request, response) => {
    if (request.url.includes("body")) response.writeHead(200).write("{");
  });
  const reason = new Error("enough");
  for (const Group of ["before", "headers", "body"]) {
    const controller = new AbortController();
    if (Group === "before") controller.abort(reason);
    const call = client.GET("/v1/Usage", { params: { query: { Group } }, signal: controller.signal });
    const rejected = expect(call).rejects.toBe(reason);
    if (Group !== "before") {
      await expect.poll(() => seen.some(({ url }) => url.includes(Group))).toBe(true);
      controller.abort(reason);
    }
    await rejected;
  }
  expect(seen).toHaveLength(2);
});

it("does not follow a redirect, so that no other host sees the credentials", async () => {
  const other = await serve((_, response) => json(response, { records: [] }));
  const { client } = await answeredBy((_, response) =>
    response.writeHead(302, { location: `${other.url}/v1/Usage` }).end(),
  );
  const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
  expect(ApiError.is(error)).toBe(true);
  expect(error.status).toBe(302);
  expect(other.seen).toEqual([]);
});

it("blots out credentials that an error body or header echoes", async () => {
  const { client } = await answeredBy(({ headers }, response) =>
    json(response, { message: `key ${headers["x-api-key"]} is unknown` }, 401, {
      "x-echo": String(headers["x-api-key"]),
    }),
  );
  const { error, response } = await client.GET("/v1/Usage");
  expect(error).toEqual({ message: "key [redacted] is unknown" });
  expect(response.headers.get("x-echo")).toBe("[redacted]");
});

it("reads no more than it needs of an endless error body", async () => {
  const { client } = await answeredBy((_, response) => {
    response.writeHead(500);
    const pour = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response.on("drain", pour);
    pour();
  });
  const { error } = await client.GET("/v1/Usage");
  expect(error).toMatchObject({ unreadable: true, text: "x".repeat(2000) });
});

it("waits for an error body that does not end only so long, and gives what came of it", async () => {
  const { client } = await answeredBy((_, response) => {
    response.writeHead(500).write('{"message": "half');
  });
  const began = Date.now();
  expect((await client.GET("/v1/Usage")).error).toMatchObject({
    unreadable: true,
    text: '{"message": "half',
  });
  expect(Date.now() - began).toBeLessThan(8000);
});

it.each([
  ["gzip", { "content-encoding": "gzip" }, gzipSync],
  ["chunks", {}, (text: string) => Buffer.from(text)],
])("reads a body of 10 MB, in %s", async (_, headers, encode) => {
  const records = Array.from({ length: 10_000 }, (_, bytes) => ({
    sim: "é".repeat(500),
    bytes,
    price: null,
  }));
  const { client } = await answeredBy((_, response) => {
    response.writeHead(200, headers);
    const body = encode(JSON.stringify({ records }));
    for (let at = 0; at < body.length; at += 99_999) response.write(body.subarray(at, at + 99_999));
    response.end();
  });
  expect((await unwrap(client.GET("/v1/Usage"))).records).toEqual(records);
});

it("keeps bodies apart that arrive in pieces at the same time, whatever their size", async () => {
  const { client } = await answeredBy(async ({ url }, response) => {
    const count = Number(new URL(url ?? "", "http://localhost").searchParams.get("PageSize"));
    const body = Buffer.from(JSON.stringify({ records: Array(count).fill(`${count} é`) }));
    for (let at = 0; at < body.length; at += 100_001) {
      response.write(body.subarray(at, at + 100_001));
      await setImmediate();
    }
    response.end();
  });
  const sizes = [200_000, 30_000, 1, 90_000, 60_000, 2];
  const answers = await Promise.all(
    sizes.map((PageSize) => client.GET("/v1/Usage", { params: { query: { PageSize } } })),
  );
  answers.forEach(({ data }, index) => {
    const size = sizes[index] ?? 0;
    expect(new Set(data?.records)).toEqual(new Set([`${size} é`]));
    expect(data?.records).toHaveLength(size);
  });
});

it("reads invalid UTF-8 as it can", async () => {
  const { client } = await answeredBy((_, response) =>
    response.writeHead(500).end(Buffer.from([0x22, 0xff, 0x22])),
  );
  expect((await client.GET("/v1/Usage")).error).toBe("\ufffd");
});

it.each([600, 999])("rejects a %i, which is no status that HTTP knows", async (status) => {
  const { client } = await answeredBy(raw(status, "{}"));
  await expect(client.GET("/v1/Usage")).rejects.toSatisfy(
    MalformedResponseError.is.bind(MalformedResponseError),
  );
});

it("quotes no more of a provider's text than a message can hold, and no function of its body's", async () => {
  const { client } = await answeredBy((_, response) =>
    json(response, { code: "toString", message: "x".repeat(5000) }, 400),
  );
  const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
  expect(error.message).toHaveLength("GET /v1/Usage: 400 (toString): ".length + 1000);
  expect(error.body.message).toHaveLength(5000);
});
