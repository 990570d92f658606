import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { type Handler, json, serve } from "../test/serve.ts";
import {
  ApiError,
  basic,
  createClient,
  createClientOf,
  MalformedResponseError,
  nextLink,
  offset,
  type PagingStyle,
  ServerError,
  TimeoutError,
} from "./index.ts";

const records = Array.from({ length: 5 }, (_, bytes) => ({ sim: null, bytes, price: "0.1" }));

/** A list of five records, two per page, whose links name another host, as behind a gateway. */
async function usage(options: { failFrom?: number } = {}) {
  const { url, requests } = await serve((request, response) => {
    const { searchParams } = new URL(request.url, "http://x");
    const page = Number(searchParams.get("Page") ?? 0);
    const size = Number(searchParams.get("PageSize"));
    if (page >= (options.failFrom ?? 99)) return json(response, { code: 20500, message: "Oops" }, 500);
    const next = new URLSearchParams(searchParams);
    next.set("Page", String(page + 1));
    json(response, {
      records: records.slice(page * size, (page + 1) * size),
      next: (page + 1) * size < records.length ? `https://elsewhere.example.com/v9/Other?${next}` : null,
    });
  });
  const client = createClient<paths>(api, { baseUrl: url, authorize: basic("AC1", "secret"), retry: false });
  return { client, requests };
}

describe("parameters that the spec does not know", () => {
  const params = { query: { Granularity: "day" }, extraQuery: { Later: "x" } } as const;

  it("are sent with every page, and a cursor is bound to them", async () => {
    const { client, requests } = await usage();
    const pager = client.paginate("/v1/Usage", { params, limit: 3 });
    expect(await pager.toArray()).toEqual(records.slice(0, 3));
    expect(requests.map(({ url }) => url)).toEqual([
      "/v1/Usage?Granularity=day&Later=x&PageSize=2",
      "/v1/Usage?Granularity=day&Later=x&PageSize=2&Page=1",
    ]);
    const { cursor } = pager;
    expect(await client.paginate("/v1/Usage", { params, cursor }).toArray()).toEqual(records.slice(3));
    const others = { ...params, extraQuery: { Later: "y" } };
    expect(() => client.paginate("/v1/Usage", { params: others, cursor })).toThrow("made for other filters");
  });

  it("are part of every window", async () => {
    const { client, requests } = await usage();
    const window = { from: "2025-01-01", to: "2025-01-03", by: "day" } as const;
    await client.paginate("/v1/Usage", { params, window }).toArray();
    const jobs = client.windows("/v1/Usage", { params, window });
    for (const job of JSON.parse(JSON.stringify(jobs)))
      await client.paginate(job.path, { params: job.params }).toArray();
    const sent = requests.map(({ url }) => new URL(url, "http://x").searchParams.get("Later"));
    expect(new Set(sent)).toEqual(new Set(["x"]));
    expect(sent).toHaveLength(12);
  });
});

it("paginate and windows refuse options that they would ignore", async () => {
  const { client } = await usage();
  const body: object = { body: { bytes: 1 } };
  expect(() => client.paginate("/v1/Usage", body)).toThrow('paginate /v1/Usage: unknown option "body"');
  const window = { from: "2025-01-01", to: "2025-01-03" };
  const limited = { window, limit: 5 };
  expect(() => client.windows("/v1/Usage", limited)).toThrow(
    'windows /v1/Usage: unknown option "limit"; valid options are params, window',
  );
});

describe("paginate", () => {
  it("yields every record, with the filters and credentials on each page, and stays on its host", async () => {
    const { client, requests } = await usage();
    const pager = client.paginate("/v1/Usage", {
      params: { query: { Granularity: "day" } },
      headers: { "x-a": "1" },
    });
    expect(await pager.toArray()).toEqual(records);
    expect(requests.map(({ url }) => url)).toEqual([
      "/v1/Usage?Granularity=day&PageSize=2",
      "/v1/Usage?Granularity=day&PageSize=2&Page=1",
      "/v1/Usage?Granularity=day&PageSize=2&Page=2",
    ]);
    for (const { headers } of requests) {
      expect(headers).toMatchObject({ authorization: `Basic ${btoa("AC1:secret")}`, "x-a": "1" });
    }
  });

  it("throws the provider's error as cause, and resumes after the last record", async () => {
    const broken = await usage({ failFrom: 1 });
    const received: unknown[] = [];
    const error = await (async () => {
      for await (const record of broken.client.paginate("/v1/Usage")) received.push(record);
    })().catch((e: unknown) => e);
    expect(ServerError.find(error)).toMatchObject({ status: 500, code: 20500 });
    expect(ApiError.is(error)).toBe(false);

    const { client } = await usage();
    const { cursor } = error as { cursor: string }; // a PaginationError
    expect([...received, ...(await client.paginate("/v1/Usage", { cursor }).toArray())]).toEqual(records);
  });

  it("rejects a body without the documented list as malformed", async () => {
    const { url } = await serve((_, response) => json(response, { recordz: [] }));
    const client = createClient<paths>(api, { baseUrl: url });
    const error = await client
      .paginate("/v1/Usage")
      .toArray()
      .catch((e: unknown) => e);
    expect(MalformedResponseError.find(error)?.message).toContain("GET /v1/Usage");
    expect(MalformedResponseError.find(error)?.message).toContain("/records");
  });

  it("throws at once for an unknown option, which would walk the whole list", async () => {
    const { client, requests } = await usage();
    const misspelled: object = { lmit: 5 };
    expect(() => client.paginate("/v1/Usage", misspelled)).toThrow(
      'paginate /v1/Usage: unknown option "lmit"; did you mean "limit"? valid options are ',
    );
    const withoutParams: object = { query: { Group: "sim" } };
    expect(() => client.paginate("/v1/Usage", withoutParams)).toThrow('unknown option "query"');
    expect(requests).toEqual([]);
  });

  it("throws at once for an operation that is not paged", async () => {
    const { client } = await usage();
    const day = "/accounts/{AccountSid}/Usage/{Day}.json" as "/v1/Usage"; // what JavaScript callers may do
    expect(() => client.paginate(day)).toThrow(
      "GET /accounts/{AccountSid}/Usage/{Day}.json is not a paged operation; paged operations are GET /v1/Usage",
    );
  });

  it("rejects a cursor of other filters", async () => {
    const { client } = await usage();
    const pager = client.paginate("/v1/Usage", { params: { query: { Granularity: "day" } } });
    for await (const _ of pager) break;
    expect(() => client.paginate("/v1/Usage", { cursor: pager.cursor })).toThrow(/cursor/);
  });
});

interface Row {
  id: number;
}

interface Lists {
  "/rows": {
    get: {
      parameters: { query?: { kind?: string } };
      responses: {
        200: { headers: object; content: { "application/json": { items: Row[]; next?: string } } };
      };
    };
  };
}

const pageSize = { param: "size", default: 1 } as const;
const next = "$response.body#/next";
const schemes = [
  { style: "next-link", items: "/items", next, pageSize },
  { style: "next-token", items: "/items", next, param: "page", pageSize },
  { style: "offset", items: "/items", param: "page", pageSize },
  { style: "page-number", items: "/items", param: "page", first: 0, pageSize },
] as const;

/** A list of three rows, one per page. `fail` may respond instead of the list, and returns whether it did. */
async function rowsOf(
  scheme: (typeof schemes)[number],
  fail: (page: number, attempt: number, response: Parameters<Handler>[1]) => boolean = () => false,
) {
  const attempts = new Map<number, number>();
  const { url, requests } = await serve((request, response) => {
    const page = Number(new URL(request.url, "http://x").searchParams.get("page") ?? 0);
    const attempt = (attempts.get(page) ?? 0) + 1;
    attempts.set(page, attempt);
    if (fail(page, attempt, response)) return;
    const following =
      page >= 2 ? undefined : scheme.style === "next-link" ? `?page=${page + 1}&kind=a` : `${page + 1}`;
    json(response, { items: page > 2 ? [] : [{ id: page }], next: following });
  });
  const api = { baseUrl: url, operations: { "GET /rows": { pagination: scheme } } } as const;
  const statuses: number[] = [];
  const client = createClient<Lists, typeof api>(api, {
    retry: { minDelay: 1 },
    hooks: { end: ({ status }) => void statuses.push(status ?? 0) },
  });
  return { client, requests, statuses, attempts };
}

const params = { query: { kind: "a" } };
const rows = [{ id: 0 }, { id: 1 }, { id: 2 }];

describe.each(schemes)("on every page of a $style list", (scheme) => {
  it("headers are sent, hooks are called, and a failed request is retried", async () => {
    const { client, requests, statuses } = await rowsOf(scheme, (page, attempt, response) => {
      if (page === 0 || attempt > 1) return false;
      response.writeHead(503).end();
      return true;
    });
    expect(await client.paginate("/rows", { params, headers: { "x-a": "1" } }).toArray()).toEqual(rows);
    for (const { headers, url } of requests) {
      expect(headers["x-a"]).toBe("1");
      expect(url).toContain("kind=a");
    }
    expect(requests.length).toBeGreaterThanOrEqual(5);
    expect(statuses.length).toBeGreaterThanOrEqual(3);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it("retries can be turned off", async () => {
    const { client } = await rowsOf(scheme, (page, _, response) => {
      if (page === 0) return false;
      response.writeHead(503).end();
      return true;
    });
    const error: unknown = await client
      .paginate("/rows", { params, retry: false })
      .toArray()
      .catch((e) => e);
    expect(error).toMatchObject({ reason: "request", itemsYielded: 1, cause: { status: 503 } });
  });

  it("the timeout applies, and an abort ends the walk", async () => {
    const { client, attempts } = await rowsOf(scheme, (page) => page === 1);
    const late: unknown = await client
      .paginate("/rows", { params, timeout: { total: 50 } })
      .toArray()
      .catch((e) => e);
    expect(TimeoutError.find(late)).toMatchObject({ scope: "total" });

    attempts.clear();
    const controller = new AbortController();
    const walk = client.paginate("/rows", { params, signal: controller.signal }).toArray();
    const aborted = expect(walk).rejects.toMatchObject({ reason: "aborted", cause: "enough" });
    await expect.poll(() => attempts.has(1)).toBe(true);
    controller.abort("enough");
    await aborted;
  });
});

const window = { from: "2025-01-01", to: "2025-01-05", by: "day" } as const;

/** A list with one record per day. A response is held back until as many requests are in flight as `concurrency` says. */
async function days(concurrency = 1) {
  let inFlight = 0;
  let most = 0;
  const { url, requests } = await serve(async (request, response) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    const last = requests.length === 4;
    while (most < concurrency && !last) await setImmediate();
    inFlight -= 1;
    const { searchParams } = new URL(request.url, "http://x");
    const bytes = Number(searchParams.get("StartTime")?.slice(8, 10));
    json(response, { records: [{ sim: null, bytes, price: null }], next: null });
  });
  return { client: createClient<paths>(api, { baseUrl: url }), requests, most: () => most };
}

describe("windows", () => {
  it("cut a list by time, several in parallel, with the filters on each and the records in order", async () => {
    const { client, requests, most } = await days(2);
    const params = { query: { Granularity: "day" } } as const;
    const records = await client.paginate("/v1/Usage", { params, window, concurrency: 2 }).toArray();
    expect(records.map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4]);
    expect(most()).toBe(2);
    expect(requests.map(({ url }) => url).sort()).toEqual(
      [1, 2, 3, 4].map(
        (day) =>
          `/v1/Usage?Granularity=day&StartTime=2025-01-0${day}T00%3A00%3A00Z&EndTime=2025-01-0${day + 1}T00%3A00%3A00Z&PageSize=2`,
      ),
    );
  });

  it("survive JSON, and yield the same records one by one as together", async () => {
    const { client } = await days();
    const parts = client.windows("/v1/Usage", { params: { query: { Granularity: "day" } }, window });
    const queue: typeof parts = JSON.parse(JSON.stringify(parts));
    expect(queue).toEqual(parts);
    const records = [];
    for (const { path, params } of queue)
      records.push(...(await client.paginate(path, { params }).toArray()));
    expect(records.map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4]);
  });

  it("contain dates as the text that is sent", () => {
    const description = {
      ...api.operations["GET /v1/Usage"],
      path: { Day: { format: "date" } },
    };
    const table = { baseUrl: api.baseUrl, operations: { "GET /days/{Day}": description } };
    const client = createClient<object>(table);
    const untyped = client.windows as (path: string, init: object) => unknown; // its paths are unknown
    const at = new Date("2025-02-03T04:05:06.789Z");
    const range = { from: "2025-01-01", to: "2025-01-02" };
    expect(
      untyped("/days/{Day}", { params: { path: { Day: at }, query: { StartDate: at } }, window: range }),
    ).toEqual([
      {
        path: "/days/{Day}",
        params: {
          path: { Day: "2025-02-03" },
          query: {
            StartDate: "2025-02-03",
            StartTime: "2025-01-01T00:00:00Z",
            EndTime: "2025-01-02T00:00:00Z",
          },
        },
      },
    ]);
  });

  it("are rejected together with times in the query, and with bounds that are not aligned", async () => {
    const { client } = await days();
    const query = { StartTime: new Date("2025-01-01") };
    expect(() => client.paginate("/v1/Usage", { params: { query }, window })).toThrow(/StartTime/);
    const unaligned = { ...window, from: "2025-01-01T12:00:00Z" };
    expect(() => client.windows("/v1/Usage", { window: unaligned })).toThrow(/2025-01-01 .*2025-01-02/);
  });

  it("are rejected for a list that cannot be cut by time", async () => {
    const { client } = await days();
    const untyped = client.windows as (path: string, init: object) => unknown; // what JavaScript callers may do
    expect(() => untyped("/v1/Plain", { window })).toThrow(
      "GET /v1/Plain does not support window: its list cannot be cut by time",
    );
  });

  it("require a window, also from JavaScript", () => {
    const client = createClient<paths>(api);
    const untyped = client.windows as (path: string, init?: object) => unknown; // what JavaScript callers may do
    expect(() => untyped("/v1/Usage")).toThrow("windows /v1/Usage: window is missing");
    expect(() => untyped("/v1/Usage", {})).toThrow("windows /v1/Usage: window is missing");
  });
});

it("a client of some paging styles walks their lists, and names a style that it lacks", async () => {
  const fetch = async () => Response.json({ records: [{ id: 1 }], next: null });
  const walk = (styles: readonly PagingStyle[]) =>
    createClientOf<paths>(styles, api, { fetch }).paginate("/v1/Usage").toArray();
  await expect(walk([nextLink])).resolves.toHaveLength(1);
  expect(() => walk([offset])).toThrow(
    "GET /v1/Usage: the client was created without the paging style next-link",
  );
});
