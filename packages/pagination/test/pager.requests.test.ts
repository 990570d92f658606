import { describe, expect, test } from "vitest";
import { createPager } from "../src/index.ts";
import { linkScheme, NumberList } from "./fake-list.ts";
import { pagerOf } from "./pager-of.ts";

describe("requests", () => {
  test("nothing is asked for before the first record is", async () => {
    const list = new NumberList(3, 1);
    pagerOf(list);
    await new Promise((resolve) => setImmediate(resolve));
    expect(list.queries).toEqual([]);
  });

  test("the next page is asked for while this one is consumed, and no more than that", async () => {
    const list = new NumberList(10, 2);
    const iterator = pagerOf(list)[Symbol.asyncIterator]();
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1", "page=2"]);
  });

  test("without prefetch each page is asked for when it is needed", async () => {
    const list = new NumberList(10, 2);
    const iterator = pagerOf(list, { prefetch: 0 })[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(list.queries).toEqual([""]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
  });

  test("a limit that the pages at hand meet asks for no more", async () => {
    const list = new NumberList(10, 2);
    expect(await pagerOf(list, { limit: 4 }).toArray()).toEqual([1, 2, 3, 4]);
    expect(list.queries).toEqual(["", "page=1"]);
  });

  test("concurrent calls of next() share requests, and each record comes once", async () => {
    const list = new NumberList(5, 2);
    const pager = pagerOf(list);
    const iterators = Array.from({ length: 3 }, () => pager[Symbol.asyncIterator]());
    const results = await Promise.all(Array.from({ length: 9 }, (_, call) => iterators[call % 3]?.next()));
    expect(results.map((result) => result?.value)).toEqual([
      1,
      2,
      3,
      4,
      5,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(list.queries).toEqual(["", "page=1", "page=2"]);
  });

  test("a signal of its own goes with every request", async () => {
    const list = new NumberList(3, 1);
    await pagerOf(list).toArray();
    expect(new Set(list.signals).size).toBe(3);
  });

  test("a body is read once, when its page is taken", async () => {
    let reads = 0;
    const fetchPage = async ({ query }: { query: string }) => ({
      get body() {
        reads++;
        return { items: [query], next: query === "" ? "?p=2" : null };
      },
    });
    const iterator = createPager<string>({ scheme: linkScheme, fetchPage }).pages();
    await iterator.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads).toBe(1);
    await iterator.next();
    expect(reads).toBe(2);
  });
});

describe("pages", () => {
  test("carry what the provider answered, their index and the cursor after them", async () => {
    const list = new NumberList(3, 2);
    const pages = [];
    for await (const page of pagerOf(list).pages()) pages.push(page);
    expect(pages).toMatchObject([
      { items: [1, 2], body: { items: [1, 2] }, index: 0 },
      { items: [3], body: { items: [3] }, index: 1 },
    ]);
    expect(await pagerOf(list, { cursor: pages[0]?.cursor }).toArray()).toEqual([3]);
    expect(await pagerOf(list, { cursor: pages[1]?.cursor }).toArray()).toEqual([]);
  });

  test("have a total where the provider tells it", async () => {
    const scheme = { ...linkScheme, total: "$response.header.X-Total" };
    const fetchPage = async () => ({ body: { items: [1] }, headers: { "x-total": "41" } });
    const { value } = await createPager<number>({ scheme, fetchPage }).pages().next();
    expect(value?.total).toBe(41);
    const without = await createPager<number>({ scheme: linkScheme, fetchPage }).pages().next();
    expect(without.value).not.toHaveProperty("total");
  });

  test("give the rest of a page that was begun record by record", async () => {
    const pager = pagerOf(new NumberList(5, 3));
    await pager[Symbol.asyncIterator]().next();
    const items = [];
    for await (const page of pager.pages()) items.push(page.items);
    expect(items).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  test("are cut to a limit", async () => {
    const items = [];
    for await (const page of pagerOf(new NumberList(5, 3), { limit: 4 }).pages()) items.push(page.items);
    expect(items).toEqual([[1, 2, 3], [4]]);
  });
});
