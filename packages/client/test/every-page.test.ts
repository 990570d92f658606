import { describe, expect, it } from "vitest";
import { createClient, TimeoutError } from "../src/index.ts";
import { json, serve } from "./serve.ts";

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

/** Three rows, one a page, in the manner of a style. `fail` may answer in the list's place. */
async function list(
  scheme: (typeof schemes)[number],
  fail: (
    page: number,
    attempt: number,
    response: Parameters<Parameters<typeof serve>[0]>[1],
  ) => boolean = () => false,
) {
  const attempts = new Map<number, number>();
  const { url, seen } = await serve((request, response) => {
    const page = Number(new URL(request.url, "http://x").searchParams.get("page") ?? 0);
    const attempt = (attempts.get(page) ?? 0) + 1;
    attempts.set(page, attempt);
    if (fail(page, attempt, response)) return;
    const following =
      page >= 2 ? undefined : scheme.style === "next-link" ? `?page=${page + 1}&kind=a` : `${page + 1}`;
    json(response, { items: page > 2 ? [] : [{ id: page }], next: following });
  });
  const api = { baseUrl: url, operations: { "GET /rows": { pagination: scheme } } } as const;
  const hooked: number[] = [];
  const client = createClient<Lists, typeof api>(api, {
    retry: { minDelay: 1 },
    hooks: { end: ({ status }) => void hooked.push(status ?? 0) },
  });
  return { client, seen, hooked };
}

const params = { query: { kind: "a" } };
const rows = [{ id: 0 }, { id: 1 }, { id: 2 }];

describe.each(schemes)("on every page of a $style list", (scheme) => {
  it("headers are sent, hooks are called, and a failing page is tried again", async () => {
    const { client, seen, hooked } = await list(scheme, (page, attempt, response) => {
      if (page === 0 || attempt > 1) return false;
      response.writeHead(503).end();
      return true;
    });
    expect(await client.paginate("/rows", { params, headers: { "x-a": "1" } }).toArray()).toEqual(rows);
    for (const { headers, url } of seen) {
      expect(headers["x-a"]).toBe("1");
      expect(url).toContain("kind=a");
    }
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(hooked.length).toBeGreaterThanOrEqual(3);
    expect(new Set(hooked)).toEqual(new Set([200]));
  });

  it("retries can be turned off", async () => {
    const { client } = await list(scheme, (page, _, response) => {
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

  it("time runs out, and an abort is prompt", async () => {
    const stalls = await list(scheme, (page) => page === 1);
    const late: unknown = await stalls.client
      .paginate("/rows", { params, timeout: { total: 50 } })
      .toArray()
      .catch((e) => e);
    expect(TimeoutError.find(late)).toMatchObject({ scope: "total" });

    const controller = new AbortController();
    const walk = stalls.client.paginate("/rows", { params, signal: controller.signal }).toArray();
    setTimeout(() => controller.abort("enough"), 30);
    expect(await walk.catch((e: unknown) => e)).toMatchObject({ reason: "aborted", cause: "enough" });
  });
});
