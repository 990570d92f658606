import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createPager,
  type FetchPage,
  type PagerConfig,
  type PagerOptions,
  type PaginationScheme,
} from "../src/index.ts";
import { caught } from "./number-list.ts";

/** How a server with numbered pages behaves, and what its responses say about the list. */
interface Behavior {
  /** The number of its records. Each differs from all others. */
  readonly count: number;
  /** The most records that it sends in a page, whatever is requested. */
  readonly clamp: number;
  /** What it does with the number of the page: use it, ignore it, or use it up to the start of its last page. */
  readonly number: "used" | "ignored" | "clamped";
  readonly tells: "total" | "hasMore" | "totalPages" | "nothing";
}

const SIZE = 100;

function numberedList(style: "offset" | "page-number", behavior: Behavior) {
  const { count, clamp, number, tells } = behavior;
  const base = {
    items: "/rows",
    pageSize: { param: "size", default: SIZE },
    ...(tells === "total" && { total: "$response.body#/total" }),
    ...(tells === "hasMore" && { hasMore: "$response.body#/more" }),
  };
  const pages = tells === "totalPages" ? { totalPages: "$response.body#/pages" } : {};
  const scheme: PaginationScheme =
    style === "offset" ? { ...base, style, param: "n" } : { ...base, ...pages, style, param: "n", first: 1 };
  const requests: string[] = [];
  const fetchPage: FetchPage = async ({ query }) => {
    requests.push(query);
    const params = new URLSearchParams(query);
    const length = Math.min(clamp, Number(params.get("size") ?? clamp));
    const asked = Number(params.get("n") ?? (style === "offset" ? 0 : 1));
    const wanted = style === "offset" ? asked : (asked - 1) * length;
    const lastStart = Math.floor(Math.max(0, count - 1) / length) * length;
    const start = { used: wanted, ignored: 0, clamped: Math.min(wanted, lastStart) }[number];
    const rows = Array.from({ length: Math.max(0, Math.min(length, count - start)) }, (_, at) => start + at);
    const total = { total: count, more: start + length < count, pages: Math.ceil(count / length) };
    return { body: { rows, ...total } };
  };
  const pager = (options: { onRepeat?: PagerOptions["onRepeat"]; query?: string; cursor?: string } = {}) =>
    createPager<number>({ scheme, fetchPage, ...options } as PagerConfig);
  return { pager, requests };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const styles = ["offset", "page-number"] as const;
const tellings = ["total", "hasMore", "totalPages", "nothing"] as const;

describe.each(styles)("an %s list whose server ignores the number", (style) => {
  test.each(tellings)(
    "fails after the first page if it tells %s, however short the page is",
    async (tells) => {
      for (const clamp of [100, 50, 2, 1]) {
        const list = numberedList(style, { count: 5000, clamp, number: "ignored", tells });
        const error = await caught(list.pager().toArray());
        expect(error).toMatchObject({ reason: "repeat", items: numbers(clamp), itemsYielded: clamp });
        expect(error.message).toContain('the server may ignore the query parameter "n"');
      }
    },
  );

  test("fails again if it is resumed from the error", async () => {
    const list = numberedList(style, { count: 5000, clamp: 50, number: "ignored", tells: "total" });
    const { cursor } = await caught(list.pager().toArray());
    expect(await caught(list.pager({ cursor }).toArray())).toMatchObject({ reason: "repeat", items: [] });
  });

  test("ends after the first page with onRepeat stop, although the responses say that there are more", async () => {
    const list = numberedList(style, { count: 5000, clamp: 50, number: "ignored", tells: "total" });
    expect(await list.pager({ onRepeat: "stop" }).toArray()).toEqual(numbers(50));
  });
});

describe.each(styles)("an %s list whose server sends its last page again past the end", (style) => {
  test("is complete if it has one page only", async () => {
    for (const count of [2, 50, 99, 100]) {
      const list = numberedList(style, { count, clamp: 100, number: "clamped", tells: "nothing" });
      expect(await list.pager().toArray()).toEqual(numbers(count));
    }
  });

  test("is complete if the walk starts at its last page", async () => {
    const list = numberedList(style, { count: 250, clamp: 100, number: "clamped", tells: "nothing" });
    const query = style === "offset" ? "n=200" : "n=3";
    expect(await list.pager({ query }).toArray()).toEqual(numbers(250).slice(200));
  });

  test("fails if the page has one record, as then nobody can tell", async () => {
    const list = numberedList(style, { count: 1, clamp: 100, number: "clamped", tells: "nothing" });
    expect(await caught(list.pager().toArray())).toMatchObject({ reason: "repeat", items: [0] });
    expect(await list.pager({ onRepeat: "stop" }).toArray()).toEqual([0]);
  });
});

test("an ordinary numbered list costs no request to find out whether the server uses the number", async () => {
  const behaviors = fc.record({
    count: fc.nat({ max: 40 }),
    clamp: fc.integer({ min: 1, max: 10 }),
    number: fc.constant("used" as const),
    tells: fc.constantFrom(...tellings),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...styles), behaviors, async (style, behavior) => {
      const list = numberedList(style, behavior);
      expect(await list.pager().toArray()).toEqual(numbers(behavior.count));
      const pages = Math.ceil(behavior.count / behavior.clamp);
      expect(list.requests.length).toBeLessThanOrEqual(pages + 1);
    }),
  );
});

test("a server that stops at a highest number, short of its total, is found", async () => {
  const scheme = { style: "offset", items: "", param: "n", total: "$response.header.X-Total" } as const;
  const fetchPage: FetchPage = async ({ query }) => {
    const start = Math.min(20, Number(new URLSearchParams(query).get("n") ?? 0));
    return { body: numbers(10).map((at) => start + at), headers: { "X-Total": "500" } };
  };
  const error = await caught(createPager({ scheme, fetchPage }).toArray());
  expect(error).toMatchObject({ reason: "repeat", items: numbers(30) });
});

test("a page past the end that cannot be fetched is the cause of the error", async () => {
  const scheme = { style: "page-number", items: "", param: "n", first: 1 } as const;
  const cause = new Error("503");
  const fetchPage: FetchPage = async ({ query }) => {
    if (Number(new URLSearchParams(query).get("n") ?? 1) > 2) throw cause;
    return { body: [1, 2] };
  };
  const error = await caught(createPager({ scheme, fetchPage }).toArray());
  expect(error).toMatchObject({ reason: "request", items: [1, 2] });
  expect(error.cause).toBe(cause);
});
