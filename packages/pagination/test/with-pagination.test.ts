import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PaginationError, ResponseError, withPagination } from "../src/index.ts";
import { api, type paths } from "./usage-api.ts";

/** What the server is asked, in order. */
let requests: IncomingMessage[];
/** Its answer to the request for a page. */
let answer: (url: URL) => { status?: number; body: unknown };
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    const { status = 200, body } = answer(new URL(request.url ?? "", "http://localhost"));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  requests = [];
});

/** Five records, two on a page, linked by absolute URLs of another host. */
const linked = (url: URL) => {
  const page = Number(url.searchParams.get("Page") ?? 0);
  const usage_records = [1, 2, 3, 4, 5].slice(page * 2, page * 2 + 2).map((bytes) => ({ sim: null, bytes }));
  url.searchParams.set("Page", String(page + 1));
  return {
    body: {
      usage_records,
      meta: { next_page_url: page < 2 ? `https://elsewhere.example/x${url.search}` : null },
    },
  };
};

const client = () => withPagination(createClient<paths>({ baseUrl }), api.operations);
const urls = () => requests.map(({ url }) => url);

describe("an openapi-fetch client", () => {
  test("gets a paginate() that walks its own GET, whatever host the links name", async () => {
    answer = linked;
    const records = await client()
      .paginate("/records", { params: { query: { Group: "sim" } } })
      .toArray();
    expect(records.map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4, 5]);
    expect(urls()).toEqual([
      "/records?Group=sim&PageSize=2",
      "/records?Group=sim&PageSize=2&Page=1",
      "/records?Group=sim&PageSize=2&Page=2",
    ]);
  });

  test("sends headers and passes middleware on every page", async () => {
    answer = linked;
    const plain = createClient<paths>({ baseUrl });
    plain.use({ onRequest: ({ request }) => request.headers.set("x-middleware", "yes") });
    const walk = withPagination(plain, api.operations).paginate("/records", { headers: { "x-mine": "1" } });
    await walk.toArray();
    expect(requests.map(({ headers }) => [headers["x-mine"], headers["x-middleware"]])).toEqual([
      ["1", "yes"],
      ["1", "yes"],
      ["1", "yes"],
    ]);
  });

  test.each(["/records", "/events", "/sims/{sim}/days"] as const)(
    "sends what the caller gave on every page of %s",
    async (path) => {
      answer = (url) => {
        if (path === "/records") return linked(url);
        const page = Number(url.searchParams.get("after") ?? url.searchParams.get("page") ?? 1);
        if (path === "/events")
          return { body: { events: [{ id: page }], ...(page < 3 ? { next: page + 1 } : {}) } };
        return { body: page < 3 ? [{ day: String(page) }] : [] };
      };
      const seen: RequestInit[] = [];
      const spy = async (request: Request) => {
        seen.push({ credentials: request.credentials, cache: request.cache });
        return fetch(request);
      };
      const walked = withPagination(createClient<paths>({ baseUrl, fetch: spy }), api.operations);
      const common = { headers: { "x-mine": "1" }, cache: "no-store", credentials: "omit" } as const;
      if (path === "/sims/{sim}/days")
        await walked.paginate(path, { ...common, params: { path: { sim: "1" } } }).toArray();
      else await walked.paginate(path, common).toArray();
      expect(requests.map(({ headers }) => headers["x-mine"])).toEqual(["1", "1", "1"]);
      expect(seen).toEqual(Array.from({ length: 3 }, () => ({ cache: "no-store", credentials: "omit" })));
    },
  );

  test("keeps GET as it was", async () => {
    answer = linked;
    const { data } = await client().GET("/records", { params: { query: { PageSize: 2 } } });
    expect(data?.usage_records).toHaveLength(2);
  });

  test("fails with the answer as the cause when it is not 2xx", async () => {
    answer = (url) =>
      url.searchParams.has("Page") ? { status: 503, body: { code: 20500, message: "busy" } } : linked(url);
    const pager = client().paginate("/records");
    const error = await pager.toArray().catch((thrown: unknown) => thrown);
    if (!PaginationError.is(error)) throw error;
    expect(error).toMatchObject({ reason: "request", pagesFetched: 1, itemsYielded: 2 });
    expect(error.cause).toBeInstanceOf(ResponseError);
    expect(error.cause).toMatchObject({ status: 503, body: { code: 20500 } });
    answer = linked;
    const rest = await client().paginate("/records", { cursor: error.cursor }).toArray();
    expect(rest.map(({ bytes }) => bytes)).toEqual([3, 4, 5]);
  });

  test("serialises one filter and several as the provider takes them", async () => {
    answer = () => ({ body: { usage_records: [], meta: { next_page_url: null } } });
    await client()
      .paginate("/records", { params: { query: { filter: ["time:2024"] } } })
      .toArray();
    await client()
      .paginate("/records", { params: { query: { filter: ["a:1", "b:2"] } } })
      .toArray();
    expect(urls()).toEqual([
      "/records?filter=time%3A2024&PageSize=2",
      "/records?filter[]=a%3A1&filter[]=b%3A2&PageSize=2",
    ]);
  });

  test("fills path parameters, and binds the cursor to them", async () => {
    answer = (url) => ({ body: !url.searchParams.has("page") ? [{ day: "a" }, { day: "b" }] : [] });
    const days = (sim: string, cursor?: string) =>
      client().paginate("/sims/{sim}/days", { params: { path: { sim } }, limit: 1, cursor });
    const pager = days("a b");
    expect(await pager.toArray()).toEqual([{ day: "a" }]);
    expect(urls()).toEqual(["/sims/a%20b/days"]);
    expect(() => days("c", pager.cursor)).toThrow("the cursor was made for other path parameters");
    expect(await days("a b", pager.cursor).toArray()).toEqual([{ day: "b" }]);
  });

  test("cuts a list into windows", async () => {
    answer = (url) => ({
      body: {
        usage_records: [{ sim: url.searchParams.get("from"), bytes: 1 }],
        meta: { next_page_url: null },
      },
    });
    const window = { from: "2024-02-28", to: "2024-03-02" };
    const records = await client().paginate("/records", { window, concurrency: 2 }).toArray();
    expect(records.map(({ sim }) => sim)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
    expect(urls()[0]).toBe("/records?from=2024-02-28&to=2024-02-29&PageSize=2");
  });

  test("refuses an operation that is not paged by name", () => {
    const untyped = client() as unknown as { paginate(path: string): unknown };
    expect(() => untyped.paginate("/total")).toThrow(
      "GET /total is not a paged operation; paged are GET /records, GET /sims",
    );
  });
});
