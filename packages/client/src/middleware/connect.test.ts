import { expect, it } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { serve } from "../../test/serve.ts";
import { ConnectionError, createClient } from "../index.ts";

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
