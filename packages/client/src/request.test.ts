import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { json, serve } from "../test/serve.ts";
import { ApiError, basic, createClient, unwrap } from "./index.ts";

const day = "/accounts/{AccountSid}/Usage/{Day}.json";

async function connect(options: { prefix?: string; defaults?: Record<string, string> } = {}) {
  const { url, requests } = await serve((_, response) => json(response, { records: [], next: null }));
  const client = createClient<paths>(api, {
    baseUrl: url + (options.prefix ?? ""),
    defaults: options.defaults,
    authorize: basic("AC1", "secret"),
  });
  return { client, requests };
}

describe("the query", () => {
  it("contains strings unchanged, percent-encoded where they would change the query", async () => {
    const { client, requests } = await connect();
    await client.GET("/v1/Usage", { params: { query: { StartDate: "+30days", Group: "a&b=c#d é" } } });
    expect(requests[0]?.url).toBe("/v1/Usage?StartDate=%2B30days&Group=a%26b%3Dc%23d%20%C3%A9");
  });

  it("contains a Date in the format of its parameter", async () => {
    const { client, requests } = await connect();
    const at = new Date("2025-02-03T04:05:06.789Z");
    await client.GET("/v1/Usage", { params: { query: { StartTime: at, StartDate: at } } });
    expect(requests[0]?.url).toBe("/v1/Usage?StartTime=2025-02-03T04%3A05%3A06Z&StartDate=2025-02-03");
  });

  it("contains one filter under its plain name and several under the array name", async () => {
    const { client, requests } = await connect();
    await client.GET("/v1/Usage", { params: { query: { filter: "time:2020" } } });
    await client.GET("/v1/Usage", { params: { query: { filter: ["time:2020"] } } });
    await client.GET("/v1/Usage", { params: { query: { filter: ["time:2020", "country_code:dk"] } } });
    expect(requests.map(({ url }) => url)).toEqual([
      "/v1/Usage?filter=time%3A2020",
      "/v1/Usage?filter=time%3A2020",
      "/v1/Usage?filter[]=time%3A2020&filter[]=country_code%3Adk",
    ]);
  });

  it("leaves out undefined parameters", async () => {
    const { client, requests } = await connect();
    await client.GET("/v1/Usage", { params: { query: { Group: undefined, PageSize: 1 } } });
    expect(requests[0]?.url).toBe("/v1/Usage?PageSize=1");
  });

  it("contains the parameters of extraQuery, which the spec does not know, after its own", async () => {
    const { client, requests } = await connect();
    const extraQuery = {
      "a&b": "c d",
      "later[]": ["x", 2],
      at: new Date("2025-02-03T04:05:06Z"),
      none: undefined,
    };
    await client.GET("/v1/Usage", { params: { query: { Group: "sim" }, extraQuery } });
    await client.GET("/v1/Usage", { params: { extraQuery: { later: true } } });
    expect(requests.map(({ url }) => url)).toEqual([
      "/v1/Usage?Group=sim&a%26b=c%20d&later[]=x&later[]=2&at=2025-02-03T04%3A05%3A06Z",
      "/v1/Usage?later=true",
    ]);
  });

  it.each([
    [Number.NaN, "NaN"],
    [new Date("never"), "an invalid Date"],
    [Symbol("x"), "a value of type symbol"],
  ])("cannot contain %s", async (value, found) => {
    const { client } = await connect();
    const query: object = { Group: value };
    const call = client.GET("/v1/Usage", { params: { query } });
    await expect(call).rejects.toThrow(
      `query parameter Group must be a string, number, boolean or valid Date; received ${found}`,
    );
  });
});

describe("the path", () => {
  it("keeps the path prefix of the base URL, such as that of a gateway", async () => {
    const { client, requests } = await connect({ prefix: "/gateway/" });
    await client.GET("/v1/Usage");
    expect(requests[0]?.url).toBe("/gateway/v1/Usage");
  });

  it("takes a parameter from the client's options, unless the call passes it", async () => {
    const { client, requests } = await connect({ defaults: { accountSid: "AC1" } });
    await client.GET(day, { params: { path: { Day: new Date("2025-02-03T23:59:59Z") } } });
    await client.GET(day, { params: { path: { AccountSid: "AC2", Day: "x" } } });
    expect(requests.map(({ url }) => url)).toEqual([
      "/accounts/AC1/Usage/2025-02-03.json",
      "/accounts/AC2/Usage/x.json",
    ]);
  });

  it.each([
    [null, "missing"],
    ["", "empty"],
  ])("says that a parameter that is %j is %s", async (value, problem) => {
    const { client, requests } = await connect();
    const get = client.GET as (path: string, init: object) => Promise<unknown>; // as JavaScript calls it
    const call = get(day, { params: { path: { AccountSid: "AC1", Day: value } } });
    await expect(call).rejects.toThrow(`path parameter Day is ${problem}; set params.path.Day`);
    expect(requests).toEqual([]);
  });

  it("names a missing parameter and where to set it", async () => {
    const { client, requests } = await connect();
    const call = client.GET(day, { params: { path: { Day: "2025-02-03" } } });
    await expect(call).rejects.toThrow(
      `${day}: path parameter AccountSid is missing; set params.path.AccountSid, or the client option accountSid`,
    );
    expect(requests).toEqual([]);
  });

  it.each(["../../v2", "a/b", "a?b", "a#b", "%2e%2e"])("keeps %j within its segment", async (value) => {
    const { client, requests } = await connect();
    await client.GET(day, { params: { path: { AccountSid: value, Day: "1" } } });
    expect(requests[0]?.url).toBe(`/accounts/${encodeURIComponent(value)}/Usage/1.json`);
  });

  it.each([".", ".."])("cannot contain %j as a parameter, which would change the path", async (value) => {
    const { client, requests } = await connect();
    const call = client.GET(day, { params: { path: { AccountSid: value, Day: "1" } } });
    await expect(call).rejects.toThrow('a path parameter must not be "." or ".."');
    expect(requests).toEqual([]);
  });
});

describe("a path that leads away from the base URL", () => {
  it.each([
    ".evil.test/v1",
    ":8443/v1",
    "\t.evil.test/",
    "%2eevil.test/",
    "@evil.test/",
    "x",
    "/../v1",
    "\\..\\v1",
  ])("%j is rejected before credentials are added, for every method", async (path) => {
    let authorized = 0;
    const client = createClient<paths>(api, {
      baseUrl: "https://fleet.example.com/gateway",
      authorize: (next) => (request) => {
        authorized += 1;
        return next(request);
      },
      fetch: async () => Response.json({ records: [] }),
    });
    const untyped = client as unknown as Record<string, (path: string) => Promise<unknown>>; // as JavaScript calls it
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const error = await untyped[method]?.(path).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toContain("https://fleet.example.com/gateway/");
    }
    expect(authorized).toBe(0);
  });

  it("is named if it does not begin with a slash, also after a base URL with a port", async () => {
    const { client, requests } = await connect();
    const get = client.GET as (path: string) => Promise<unknown>; // as JavaScript calls it
    await expect(get("v1/Usage")).rejects.toThrow('use a path that begins with "/"');
    expect(requests).toEqual([]);
  });

  it("never reaches another origin, whatever the path", async () => {
    const origins = new Set<string>();
    const client = createClient<paths>(api, {
      baseUrl: "https://fleet.example.com",
      retry: false,
      fetch: async (request) => {
        origins.add(new URL(request.url).origin);
        return Response.json({});
      },
    });
    const part = fc.constantFrom(
      "/",
      ".",
      ":",
      "@",
      "\\",
      "\t",
      "%2e",
      "evil.test",
      "8443",
      "?",
      "#",
      "é",
      "",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const get = client.GET as (path: string) => Promise<unknown>; // as JavaScript calls it
        await get(parts.join("")).catch(() => {});
      }),
      { numRuns: 500 },
    );
    expect([...origins]).toEqual(["https://fleet.example.com"]);
  });
});

it.each([
  ["a query parameter", { query: { Group: "a\ud800" } }, "query parameter Group"],
  ["a member of an array", { query: { filter: ["a", "\udc00"] } }, "query parameter filter"],
  ["a path parameter", { path: { AccountSid: "\ud800", Day: "1" } }, "path parameter AccountSid"],
])("names %s that contains half of a surrogate pair", async (_, params, name) => {
  const { client, requests } = await connect();
  const get = client.GET as (path: string, init: object) => Promise<unknown>; // for both operations
  const error = await get("path" in params ? day : "/v1/Usage", { params }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toContain(`${name} contains half of a surrogate pair`);
  expect(requests).toEqual([]);
});

it("sends no cookies, so that a browser does not ask for a password after a 401", async () => {
  let credentials: string | undefined;
  const client = createClient<paths>(api, {
    fetch: async (request) => {
      credentials = request.credentials;
      return Response.json({ records: [] });
    },
  });
  await client.GET("/v1/Usage");
  expect(credentials).toBe("omit");
});

it("sends a JSON body, and the call's headers with the client's own", async () => {
  const { client, requests } = await connect();
  await client.POST("/v1/Usage", { body: { bytes: 7 }, headers: { "X-Trace": "1" } });
  expect(requests[0]).toMatchObject({
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

it("does not follow a redirect, so that no other host gets the credentials", async () => {
  const other = await serve((_, response) => json(response, { records: [] }));
  const { url } = await serve((_, response) =>
    response.writeHead(302, { location: `${other.url}/v1/Usage` }).end(),
  );
  const client = createClient<paths>(api, { baseUrl: url, authorize: basic("AC1", "secret") });
  const error = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
  expect(ApiError.is(error)).toBe(true);
  expect(error.status).toBe(302);
  expect(other.requests).toEqual([]);
});

it("rejects unknown arguments, such as a forgotten params", async () => {
  const { client, requests } = await connect();
  const withoutParams: object = { query: { Group: "sim" } };
  await expect(client.GET("/v1/Usage", withoutParams)).rejects.toThrow(
    'GET /v1/Usage: unknown option "query"; valid options are params, headers, ',
  );
  const misplaced: object = { params: { Group: "sim" } };
  await expect(client.GET("/v1/Usage", misplaced)).rejects.toThrow(
    'GET /v1/Usage: params: unknown option "Group"; valid options are query, path, header, extraQuery',
  );
  expect(requests).toEqual([]);
});

describe("a parameter that the operation does not have", () => {
  const names = "Granularity, Group, PageSize, StartTime, EndTime, StartDate, filter";

  it.each([
    [
      { query: { Granularty: "day" } },
      `unknown query parameter "Granularty"; did you mean "Granularity"? valid query parameters are ${names}; params.extraQuery sends others`,
    ],
    [{ query: { Later: 1 } }, `unknown query parameter "Later"; valid query parameters are ${names}`],
    [{ path: { Sim: "1" } }, 'unknown path parameter "Sim"; valid path parameters are none'],
    [
      { header: { "X-Flet": "1" } },
      'unknown header parameter "X-Flet"; did you mean "X-Fleet"? valid header parameters are X-Fleet; the option headers sends others',
    ],
    [{ extraQuery: { Group: "new" } }, "Group is described by the spec; set params.query.Group"],
  ])("is an error by name: %j", async (params, message) => {
    const { client, requests } = await connect();
    const init: object = { params };
    const expected = `GET /v1/Usage: ${message}`;
    await expect(client.GET("/v1/Usage", init)).rejects.toThrow(expected);
    expect(() => client.paginate("/v1/Usage", init)).toThrow(expected);
    const window = { from: "2025-01-01", to: "2025-02-01" };
    expect(() => client.windows("/v1/Usage", { ...init, window })).toThrow(expected);
    expect(requests).toEqual([]);
  });

  it("is an error for a path parameter whose name is misspelled", async () => {
    const { client } = await connect();
    const init = { params: { path: { AccountSid: "AC1", Day: "1", Dya: "2" } } };
    await expect(client.GET(day, init)).rejects.toThrow(
      'unknown path parameter "Dya"; did you mean "Day"? valid path parameters are AccountSid, Day',
    );
  });

  it("is sent if the operation table does not name the parameters", async () => {
    const { client, requests } = await connect();
    await client.GET("/v1/Plain", { params: { query: { Later: "x" } } } as object);
    expect(requests[0]?.url).toBe("/v1/Plain?Later=x");
  });

  it("is found whatever the case of a header", async () => {
    const { client, requests } = await connect();
    const init: object = { params: { header: { "x-fleet": "7" } } };
    await client.GET("/v1/Usage", init);
    expect(requests[0]?.headers["x-fleet"]).toBe("7");
  });
});

describe("baseUrl", () => {
  it.each([
    ["", "is not an absolute URL"],
    ["fleet.example.com", "is not an absolute URL"],
    ["//user:hunter2@fleet.example.com", "is not an absolute URL"],
    ["hunter2:user@fleet.example.com", "does not use http or https"],
    ["ftp://fleet.example.com", "does not use http or https"],
    ["https://user:hunter2@fleet.example.com", "contains credentials"],
    ["https://fleet.example.com/?a=1", "contains a query"],
  ])("%j is rejected without quoting it", (baseUrl, reason) => {
    const create = () => createClient<paths>(api, { baseUrl });
    expect(create).toThrow(reason);
    expect(create).toThrow("use an absolute http(s) URL");
    expect(create).not.toThrow("hunter2");
  });

  it.each([
    "http://fleet.example.com",
    "http://10.0.0.1:8080",
    "http://localhost.example.com",
    "http://evil.localhost",
    "http://128.0.0.1",
    "http://127.0.0.1.example.com",
  ])("%s is rejected unless plain http is allowed, because it exposes the credentials", (baseUrl) => {
    expect(() => createClient<paths>(api, { baseUrl })).toThrow(
      "baseUrl must use https, or set allowHttp: true",
    );
    createClient<paths>(api, { baseUrl, allowHttp: true });
  });

  it.each(["http://localhost:1", "http://127.9.9.9", "http://[::1]:1"])(
    "%s is accepted, because it stays on this machine",
    (baseUrl) => {
      createClient<paths>(api, { baseUrl });
    },
  );
});
