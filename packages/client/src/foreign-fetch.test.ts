import nodeFetch from "node-fetch";
import * as undici from "undici";
import { describe, expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { json, serve } from "../test/serve.ts";
import { basic, createClient, type Fetch, unwrap } from "./index.ts";

// As JavaScript passes them: the types refuse both.
const foreign: [string, unknown][] = [
  ["undici", undici.fetch],
  ["node-fetch", nodeFetch],
];

describe.each(foreign)("the fetch of %s", (_, fetch) => {
  it("is refused with the reason, without a retry, if it is passed as it is", async () => {
    const { url, requests } = await serve((_, response) => json(response, { records: [] }));
    let retries = 0;
    const client = createClient<paths>(api, {
      baseUrl: url,
      fetch: fetch as Fetch,
      hooks: { retry: () => (retries += 1) },
    });
    const error = await client.GET("/v1/Usage").catch((e) => e);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(
      "the option fetch does not accept this platform's Request; set fetch: (request) =>",
    );
    expect(retries).toBe(0);
    expect(requests).toEqual([]);
  });
});

it("names a body that is not a web stream, which node-fetch returns", async () => {
  const { url } = await serve((_, response) => json(response, { records: [] }));
  const fetch = ((request: Request) => nodeFetch(request.url)) as unknown as Fetch; // as JavaScript passes it
  const client = createClient<paths>(api, { baseUrl: url, fetch });
  await expect(client.GET("/v1/Usage")).rejects.toThrow(
    "the option fetch returned a body that is not a ReadableStream; set fetch: (request) =>",
  );
});

// The wrappers of the README, under "Another fetch".
const wrapped: [string, Fetch][] = [
  [
    "undici",
    async (request) => {
      const { method, headers, redirect, signal } = request;
      const body = request.body && (await request.arrayBuffer());
      const response = await undici.fetch(request.url, {
        method,
        headers: [...headers],
        body,
        redirect,
        signal,
      });
      return response as unknown as Response; // undici's own types
    },
  ],
  [
    "node-fetch",
    async (request) => {
      const { method, headers, redirect, signal } = request;
      const body = request.body && Buffer.from(await request.arrayBuffer());
      const response = await nodeFetch(request.url, {
        method,
        headers: [...headers],
        body,
        redirect,
        signal,
      });
      const { status, statusText } = response;
      const content = [204, 205, 304].includes(status) ? null : await response.arrayBuffer();
      return new Response(content, { status, statusText, headers: [...response.headers] });
    },
  ],
];

describe.each(wrapped)("the fetch of %s, wrapped as the README shows", (_, fetch) => {
  it("sends credentials, queries and bodies, and returns data and errors", async () => {
    const { url, requests } = await serve(({ method }, response) => {
      if (method === "POST") json(response, { code: 7, message: "no" }, 409);
      else json(response, { records: [{ sim: null, bytes: 7, price: "0.1" }], next: null });
    });
    const client = createClient<paths>(api, { baseUrl: url, fetch, authorize: basic("AC1", "secret") });
    const records = await client.paginate("/v1/Usage", { params: { query: { Group: "sim" } } }).toArray();
    expect(records).toHaveLength(1);
    const error = await unwrap(client.POST("/v1/Usage", { body: { bytes: 7 } })).catch((e) => e);
    expect(error).toMatchObject({ status: 409, code: 7 });
    expect(requests).toMatchObject([
      { method: "GET", url: "/v1/Usage?Group=sim&PageSize=2" },
      { method: "POST", body: '{"bytes":7}' },
    ]);
    for (const { headers } of requests) expect(headers.authorization).toBe(`Basic ${btoa("AC1:secret")}`);
  });
});
