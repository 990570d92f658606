import { describe, expect, test } from "vitest";
import { createPager, type PagerOptions } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme, pagerOf } from "./number-list.ts";

describe("a cursor", () => {
  const scheme = { ...linkScheme, pageSize: { param: "size", default: 2 } };
  const walk = (
    list: NumberList,
    options: PagerOptions & { query: string; operation?: string; binding?: string },
  ) => createPager<number>({ scheme, fetchPage: list.fetchPage, ...options });

  test("keeps the page size of its walk, whatever the caller requests on resuming", async () => {
    const list = new NumberList(5, 2);
    const pager = walk(list, { query: "a=1&size=2", limit: 1 });
    await pager.toArray();
    list.queries.length = 0;
    expect(await walk(list, { query: "a=1&size=4", cursor: pager.cursor }).toArray()).toEqual([2, 3, 4, 5]);
    expect(list.queries[0]).toBe("a=1&size=1");
  });

  test("accepts its filters in any order and encoding, and no others", () => {
    const list = new NumberList(5, 2);
    const { cursor } = walk(list, { query: "a=x%20y&b=2", operation: "GET /list", binding: "sim" });
    const again = { operation: "GET /list", binding: "sim", cursor };
    expect(() => walk(list, { ...again, query: "?b=2&a=x+y" })).not.toThrow();
    expect(() => walk(list, { ...again, query: "a=x&b=2" })).toThrow("the cursor was made for other filters");
    expect(() => walk(list, { ...again, query: "a=x%20y&b=2", operation: "GET /other" })).toThrow(
      "another operation",
    );
    expect(() => walk(list, { ...again, query: "a=x%20y&b=2", binding: "other" })).toThrow(
      "other path parameters",
    );
  });

  test("has the same bytes as in the first release, and resumes", async () => {
    const list = {
      scheme: { ...offsetScheme, pageSize: { param: "n", default: 3 } },
      operation: "GET /list",
      binding: "sim",
      query: "b=x%20y&a=1",
      windows: ["w=1&a=1", "w=2&a=1"],
      fetchPage: async ({ query }: { query: string }) => ({
        body: { items: query.includes("offset=3") ? [4, 5, 6] : query.includes("offset") ? [] : [1, 2, 3] },
      }),
    };
    const first = "uw1WyIxc3AxNjJpMXBkZHc5ZzA2MXdzenUwdGY5MzJhIiwzLCIzLjMuNy0xcWY3ZDk1LiIsMSwwXQ0lx0glb";
    const pager = createPager<number>(list);
    const iterator = pager[Symbol.asyncIterator]();
    for (let record = 1; record <= 4; record++) await iterator.next();
    expect(pager.cursor).toBe(first);
    expect(await createPager<number>({ ...list, cursor: first }).toArray()).toEqual([5, 6, 1, 2, 3, 4, 5, 6]);
  });

  test("is the start of a list before the first record, and the end after the last", async () => {
    const list = new NumberList(3, 2);
    const pager = walk(list, { query: "" });
    expect(await walk(list, { query: "", cursor: pager.cursor }).toArray()).toEqual([1, 2, 3]);
    await pager.toArray();
    list.queries.length = 0;
    const ended = walk(list, { query: "", cursor: pager.cursor });
    expect(await ended.toArray()).toEqual([]);
    expect(ended.cursor).toBe(pager.cursor);
    expect(list.queries).toEqual([]);
  });

  test("is short for a list with tokens, and holds none of its filters", async () => {
    const fetchPage = async () => ({
      body: { items: [1], next: "MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA==" },
    });
    const token = {
      style: "next-token",
      items: "/items",
      next: "$response.body#/next",
      param: "page",
    } as const;
    const pager = createPager({ scheme: token, query: "filter=sim_id%3A000000001", fetchPage, limit: 1 });
    await pager.toArray();
    expect(pager.cursor.length).toBeLessThan(160);
    expect(atob(pager.cursor.slice(3, -7).replaceAll("-", "+").replaceAll("_", "/"))).not.toContain(
      "000000001",
    );
  });
});

describe("truncated", () => {
  test("is false until a limit has ended the walk", async () => {
    const pager = pagerOf(new NumberList(5, 2), { limit: 3 });
    expect(pager.truncated).toBe(false);
    const iterator = pager[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(pager.truncated).toBe(false);
    await iterator.next();
    expect(pager.truncated).toBe(true);
    const none = pagerOf(new NumberList(5, 2), { limit: 0 });
    expect(none.truncated).toBe(false);
    await none.toArray();
    expect(none.truncated).toBe(true);
  });
});
