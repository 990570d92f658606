import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { type Handler, json, serve } from "../../test/serve.ts";
import { createClient, header, MalformedResponseError, unwrap } from "../index.ts";

async function clientOf(handler: Handler) {
  const { url } = await serve(handler);
  return createClient<paths>(api, {
    baseUrl: url,
    authorize: header("X-Api-Key", "k3y-of-mine"),
    retry: false,
  });
}

const raw =
  (status: number, body: string, headers: object = {}): Handler =>
  (_, response) =>
    response.writeHead(status, { ...headers }).end(body);

describe("a 2xx response", () => {
  it("becomes data, with its response", async () => {
    const client = await clientOf((_, response) => json(response, { records: [] }, 200, { "x-a": "1" }));
    const { data, error, response } = await client.GET("/v1/Usage");
    expect({ data, error, status: response.status, a: response.headers.get("x-a") }).toEqual({
      data: { records: [] },
      error: undefined,
      status: 200,
      a: "1",
    });
  });

  it.each([
    ["<html>Sign in</html>", "text/html", "is not JSON: <html>Sign in</html>"],
    ['{"records": [', "application/json", 'is not JSON: {"records": ['],
    ["", "application/json", "is empty"],
    ["", "text/plain", "is empty"],
  ])("with the body %j is rejected", async (body, type, reason) => {
    const client = await clientOf(raw(200, body, { "content-type": type }));
    const error = await client.GET("/v1/Usage").catch((e) => e);
    expect(MalformedResponseError.is(error)).toBe(true);
    expect(error.message).toBe(`GET /v1/Usage: 200, but the body ${reason}`);
  });

  it.each([
    ["gzip", { "content-encoding": "gzip" }, gzipSync],
    ["chunks", {}, (text: string) => Buffer.from(text)],
  ])("may have a body of 10 MB, in %s", async (_, headers, encode) => {
    const records = Array.from({ length: 10_000 }, (_, bytes) => ({
      sim: "é".repeat(500),
      bytes,
      price: null,
    }));
    const client = await clientOf((_, response) => {
      response.writeHead(200, headers);
      const body = encode(JSON.stringify({ records }));
      for (let at = 0; at < body.length; at += 99_999) response.write(body.subarray(at, at + 99_999));
      response.end();
    });
    expect((await unwrap(client.GET("/v1/Usage"))).records).toEqual(records);
  });

  const megabyte = 1024 * 1024;
  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

  it.each([
    ["nested a million levels deep", "[".repeat(8 * megabyte), "more than 1,000 levels"],
    ["nested in objects", '{"a":'.repeat(megabyte), "more than 1,000 levels"],
    ["one level too deep", `[${deep(1000)},"${"x".repeat(megabyte)}"]`, "more than 1,000 levels"],
    ["of too many values", `[${"0,".repeat(5_000_001)}0]`, "more than 5,000,000 values"],
    ["of too many objects", `[${"{},".repeat(2_500_001)}0]`, "more than 5,000,000 values"],
  ])("that is small when compressed is rejected if it is JSON %s", async (_, text, problem) => {
    const body = gzipSync(text);
    const client = await clientOf((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(body),
    );
    const error = await client.GET("/v1/Usage").catch((e) => e);
    expect(MalformedResponseError.is(error)).toBe(true);
    expect(error.message).toContain(`GET /v1/Usage: 200, but the body has ${problem}`);
  });

  it.each([
    ["brackets in a text", { a: "[{,\\".repeat(megabyte), b: '\\"[' }],
    ["many records", Array(100_000).fill({ sim: "8988300001", list: [1, { a: [] }] })],
    ["1,000 levels", [JSON.parse(deep(999)), "x".repeat(megabyte)]],
  ])("may be long and have %s", async (_, value) => {
    const client = await clientOf((_, response) => json(response, value));
    expect((await client.GET("/v1/Usage")).data).toEqual(value);
  });

  it("is what JSON.parse makes of it, however long", async () => {
    let text = "";
    const client = await clientOf((_, response) => response.end(" ".repeat(megabyte) + text));
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        text = json;
        expect((await client.GET("/v1/Usage")).data).toEqual(JSON.parse(json));
      }),
      { numRuns: 50 },
    );
  });

  it("is not mixed up with others of any size that arrive in chunks at the same time", async () => {
    const client = await clientOf(async ({ url }, response) => {
      const count = Number(new URL(url, "http://localhost").searchParams.get("PageSize"));
      const body = Buffer.from(JSON.stringify({ records: Array(count).fill(`${count} é`) }));
      for (let at = 0; at < body.length; at += 100_001) {
        response.write(body.subarray(at, at + 100_001));
        await setImmediate();
      }
      response.end();
    });
    const sizes = [200_000, 30_000, 1, 90_000, 60_000, 2];
    const results = await Promise.all(
      sizes.map((PageSize) => client.GET("/v1/Usage", { params: { query: { PageSize } } })),
    );
    results.forEach(({ data }, index) => {
      const size = sizes[index] ?? 0;
      expect(new Set(data?.records)).toEqual(new Set([`${size} é`]));
      expect(data?.records).toHaveLength(size);
    });
  });
});

describe("a response outside 2xx", () => {
  it("becomes error, with the documented body", async () => {
    const client = await clientOf((_, response) => json(response, { code: 83600, message: "bad" }, 400));
    const { data, error } = await client.GET("/v1/Usage");
    expect({ data, error }).toEqual({ data: undefined, error: { code: 83600, message: "bad" } });
  });

  it.each([
    [502, "<html>Bad gateway</html>"],
    [503, ""],
    [500, "null"],
    [500, "false"],
  ])("has a truthy error if it is a %i with the body %j", async (status, text) => {
    const client = await clientOf(raw(status, text));
    const { error } = await client.GET("/v1/Usage");
    expect(error).toEqual({ unreadable: true, status, text });
  });

  it("may contain invalid UTF-8, which is replaced", async () => {
    const client = await clientOf((_, response) =>
      response.writeHead(500).end(Buffer.from([0x22, 0xff, 0x22])),
    );
    expect((await client.GET("/v1/Usage")).error).toBe("\ufffd");
  });
});
