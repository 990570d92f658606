import { expect, it } from "vitest";
import { basic, createClient } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

const day = "/accounts/{AccountSid}/Usage/{Day}.json";

async function connected(options: { prefix?: string; defaults?: Record<string, string> } = {}) {
  const { url, seen } = await serve((_, response) => json(response, { records: [], next: null }));
  const client = createClient<paths>(api, {
    baseUrl: url + (options.prefix ?? ""),
    defaults: options.defaults,
    authorize: basic("AC1", "secret"),
  });
  return { client, seen };
}

it("sends strings verbatim, and percent-encodes what would change the query", async () => {
  const { client, seen } = await connected();
  await client.GET("/v1/Usage", { params: { query: { StartDate: "+30days", Group: "a&b=c#d é" } } });
  expect(seen[0]?.url).toBe("/v1/Usage?StartDate=%2B30days&Group=a%26b%3Dc%23d%20%C3%A9");
});

it("sends a Date as the parameter's format wants it", async () => {
  const { client, seen } = await connected();
  const at = new Date("2025-02-03T04:05:06.789Z");
  await client.GET("/v1/Usage", { params: { query: { StartTime: at, StartDate: at } } });
  expect(seen[0]?.url).toBe("/v1/Usage?StartTime=2025-02-03T04%3A05%3A06Z&StartDate=2025-02-03");
});

it("sends one filter under the plain name and several under the array name", async () => {
  const { client, seen } = await connected();
  await client.GET("/v1/Usage", { params: { query: { filter: "time:2020" } } });
  await client.GET("/v1/Usage", { params: { query: { filter: ["time:2020"] } } });
  await client.GET("/v1/Usage", { params: { query: { filter: ["time:2020", "country_code:dk"] } } });
  expect(seen.map(({ url }) => url)).toEqual([
    "/v1/Usage?filter=time%3A2020",
    "/v1/Usage?filter=time%3A2020",
    "/v1/Usage?filter[]=time%3A2020&filter[]=country_code%3Adk",
  ]);
});

it("leaves undefined parameters out, and sends unknown ones as they are", async () => {
  const { client, seen } = await connected();
  const query = { Group: undefined, Later: "x" };
  await client.GET("/v1/Usage", { params: { query } });
  expect(seen[0]?.url).toBe("/v1/Usage?Later=x");
});

it("keeps a path prefix of the base URL, so that a gateway can stand in front", async () => {
  const { client, seen } = await connected({ prefix: "/gateway/" });
  await client.GET("/v1/Usage");
  expect(seen[0]?.url).toBe("/gateway/v1/Usage");
});

it("fills a path parameter from the client's own options, unless the call gives it", async () => {
  const { client, seen } = await connected({ defaults: { accountSid: "AC1" } });
  await client.GET(day, { params: { path: { Day: new Date("2025-02-03T23:59:59Z") } } });
  await client.GET(day, { params: { path: { AccountSid: "AC2", Day: "x" } } });
  expect(seen.map(({ url }) => url)).toEqual([
    "/accounts/AC1/Usage/2025-02-03.json",
    "/accounts/AC2/Usage/x.json",
  ]);
});

it("names the path parameter that nothing fills", async () => {
  const { client, seen } = await connected();
  const call = client.GET(day, { params: { path: { Day: "2025-02-03" } } });
  await expect(call).rejects.toThrow(
    `${day}: path parameter AccountSid is missing; give it in params.path (or give the client accountSid)`,
  );
  expect(seen).toEqual([]);
});

it.each(["../../v2", "a/b", "a?b", "a#b", "%2e%2e"])("keeps %j within its path segment", async (value) => {
  const { client, seen } = await connected();
  await client.GET(day, { params: { path: { AccountSid: value, Day: "1" } } });
  expect(seen[0]?.url).toBe(`/accounts/${encodeURIComponent(value)}/Usage/1.json`);
});

it.each([".", ".."])("refuses %j as a path parameter, which would address another path", async (value) => {
  const { client, seen } = await connected();
  const call = client.GET(day, { params: { path: { AccountSid: value, Day: "1" } } });
  await expect(call).rejects.toThrow("would address another path");
  expect(seen).toEqual([]);
});

it.each([
  [Number.NaN, "NaN"],
  [new Date("never"), "an invalid Date"],
  [Symbol("x"), "a value of type symbol"],
])("refuses %s in the query", async (value, found) => {
  const { client } = await connected();
  const query: object = { Group: value };
  const call = client.GET("/v1/Usage", { params: { query } });
  await expect(call).rejects.toThrow(`query parameter Group: ${found} cannot be sent`);
});

it("sends a JSON body, and the caller's headers beside its own", async () => {
  const { client, seen } = await connected();
  await client.POST("/v1/Usage", { body: { bytes: 7 }, headers: { "X-Trace": "1" } });
  expect(seen[0]).toMatchObject({
    method: "POST",
    body: '{"bytes":7}',
    headers: {
      "content-type": "application/json",
      "x-trace": "1",
      accept: "application/json",
      "user-agent": "usagewire",
      authorization: `Basic ${btoa("AC1:secret")}`,
    },
  });
});

it.each([
  ["", "is not an absolute URL"],
  ["fleet.example.com", "is not an absolute URL"],
  ["//user:hunter2@fleet.example.com", "is not an absolute URL"],
  ["hunter2:user@fleet.example.com", "is neither an https: nor an http: URL"],
  ["ftp://fleet.example.com", "is neither an https: nor an http: URL"],
  ["https://user:hunter2@fleet.example.com", "holds credentials"],
  ["https://fleet.example.com/?a=1", "holds a query"],
])("refuses the base URL %j and says what it takes", (baseUrl, reason) => {
  const create = () => createClient<paths>(api, { baseUrl });
  expect(create).toThrow(reason);
  expect(create).toThrow("give an absolute http(s) URL");
  expect(create).not.toThrow("hunter2");
});

it.each([
  "http://fleet.example.com",
  "http://10.0.0.1:8080",
  "http://localhost.example.com",
  "http://127.0.0.1.example.com",
])("refuses %s, where credentials could be read on the way, unless asked for it", (baseUrl) => {
  expect(() => createClient<paths>(api, { baseUrl })).toThrow("give https:, or allowHttp: true");
  createClient<paths>(api, { baseUrl, allowHttp: true });
});

it.each(["http://localhost:1", "http://fleet.localhost", "http://127.9.9.9", "http://[::1]:1"])(
  "takes %s, which does not leave the machine",
  (baseUrl) => {
    createClient<paths>(api, { baseUrl });
  },
);
