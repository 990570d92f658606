import { createServer } from "node:net";
import { inspect } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { serve } from "../../test/serve.ts";
import { basic, ConnectionError, createClient, header, type Middleware } from "../index.ts";

it("rejects with a ConnectionError if nothing listens, and keeps the cause", async () => {
  const client = createClient<paths>(api, { baseUrl: "http://127.0.0.1:1", retry: false });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toMatch(/^GET \/v1\/Usage: no response from http:\/\/127\.0\.0\.1:1: /);
  expect(error.cause).toBeInstanceOf(TypeError);
});

it.each([200, 500])("rejects with a ConnectionError if the body of a %i is cut off", async (status) => {
  const { url } = await serve((_, response) => {
    response.writeHead(status, { "content-length": "1000" });
    response.write('{"records"', () => response.destroy());
  });
  const client = createClient<paths>(api, { baseUrl: url, retry: false });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toMatch(
    /^GET \/v1\/Usage: the response from http:\/\/127\.0\.0\.1:\d+ was cut off: /,
  );
});

it("names the option fetch if it does not return a Response", async () => {
  const fetch = (async () => undefined) as unknown as typeof globalThis.fetch; // what an unconfigured mock does
  const client = createClient<paths>(api, { baseUrl: "https://localhost", fetch, retry: false });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(error.message).toContain("the option fetch must return a promise of a Response");
});

it("rejects with the signal's reason when aborted before, during the headers, and during the body", async () => {
  const { url, requests } = await serve((request, response) => {
    if (request.url.includes("body")) response.writeHead(200).write("{");
  });
  const client = createClient<paths>(api, { baseUrl: url, retry: false });
  const reason = new Error("enough");
  for (const Group of ["before", "headers", "body"]) {
    const controller = new AbortController();
    if (Group === "before") controller.abort(reason);
    const call = client.GET("/v1/Usage", { params: { query: { Group } }, signal: controller.signal });
    const rejected = expect(call).rejects.toBe(reason);
    if (Group !== "before") {
      await expect.poll(() => requests.some((request) => request.url.includes(Group))).toBe(true);
      controller.abort(reason);
    }
    await rejected;
  }
  expect(requests).toHaveLength(2);
});

/** Starts a server that reads a request and answers with bytes. Returns its URL. */
async function serveBytes(respond: (head: string) => string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (head) => socket.end(respond(head.toString())));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

const printed = (error: unknown): string =>
  inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }) + String(error);

const chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

it.each<[string, (head: string) => string]>([
  ["is not HTTP", (head) => head],
  ["breaks off HTTP in a header", (head) => `HTTP/1.1 200 OK\r\n${head.replaceAll(":", "")}\r\n\r\n`],
  ["breaks off HTTP in the body", (head) => `${chunked}5\r\n{"rec\r\n${head}`],
])("shows no credential if a server repeats the request in a response that %s", async (_, respond) => {
  const own: Middleware = (next) => (request) =>
    next(new Request(request, { headers: { "x-api-key": "hunter2-secret" } }));
  for (const authorize of [header("X-Api-Key", "hunter2-secret"), basic("AC1", "hunter2-secret"), own]) {
    const baseUrl = await serveBytes(respond);
    const client = createClient<paths>(api, { baseUrl, authorize, retry: false });
    const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
    expect(ConnectionError.is(error)).toBe(true);
    expect(printed(error)).not.toMatch(/hunter2|QUMxO/);
    expect(printed(error)).toContain("HTTPParserError");
  }
});

it("shows no credential that the option fetch quotes in its error", async () => {
  const fetch = async (request: Request): Promise<Response> => {
    const value = request.headers.get("x-api-key");
    throw Object.assign(new TypeError(`Headers.append: "${value}" is invalid`), {
      request,
      headers: { value },
    });
  };
  const options = { baseUrl: "https://localhost", fetch, authorize: header("X-Api-Key", "hunter2-secret") };
  const client = createClient<paths>(api, { ...options, retry: false });
  const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
  expect(String(error)).toContain(
    'no response from https://localhost: Headers.append: "[redacted]" is invalid',
  );
  expect(printed(error)).not.toContain("hunter2");
});

it("shows no bytes of a response that is not HTTP, since the option fetch may have sent a credential of its own", async () => {
  const baseUrl = await serveBytes((head) => head);
  const fetch = (request: Request) =>
    globalThis.fetch(new Request(request, { headers: { "x-api-key": "hunter2-secret" } }));
  const client = createClient<paths>(api, { baseUrl, fetch, retry: false });
  const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
  expect(printed(error)).toContain("HTTPParserError");
  expect(printed(error)).not.toContain("hunter2");
});

it("leaves out the cause of a body that is cut off if middleware replaced the response", async () => {
  const baseUrl = await serveBytes((head) => `${chunked}5\r\n{"rec\r\n${head}`);
  const authorize: Middleware = (next) => async (request) => {
    request.headers.set("x-api-key", "hunter2-secret");
    const { body, status } = await next(request);
    return new Response(body, { status });
  };
  const client = createClient<paths>(api, { baseUrl, authorize, retry: false });
  const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
  expect(ConnectionError.is(error)).toBe(true);
  expect(String(error)).toMatch(/was cut off$/);
  expect(printed(error)).not.toContain("hunter2");
});
