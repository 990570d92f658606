import { describe, expect, test } from "vitest";
import { createPager } from "../src/index.ts";
import { linkScheme, NumberList, nextTurn, pagerOf } from "./number-list.ts";

describe("a pager", () => {
  test("requests nothing before the first record is asked for", async () => {
    const list = new NumberList(3, 1);
    pagerOf(list);
    await nextTurn();
    expect(list.queries).toEqual([]);
  });

  test("requests the next page while the current one is consumed, and no more than that", async () => {
    const list = new NumberList(10, 2);
    const iterator = pagerOf(list)[Symbol.asyncIterator]();
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1", "page=2"]);
  });

  test("requests each page when it is needed with prefetch 0", async () => {
    const list = new NumberList(10, 2);
    const iterator = pagerOf(list, { prefetch: 0 })[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(list.queries).toEqual([""]);
    await iterator.next();
    expect(list.queries).toEqual(["", "page=1"]);
  });

  test("requests no page beyond a limit", async () => {
    const list = new NumberList(10, 2);
    expect(await pagerOf(list, { limit: 4 }).toArray()).toEqual([1, 2, 3, 4]);
    expect(list.queries).toEqual(["", "page=1"]);
  });

  test("shares requests between concurrent calls of next(), and yields each record once", async () => {
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

  test("gives every request its own signal", async () => {
    const list = new NumberList(3, 1);
    await pagerOf(list).toArray();
    expect(new Set(list.signals).size).toBe(3);
  });

  test("reads a body once, when the page is needed", async () => {
    let reads = 0;
    const fetchPage = async ({ query }: { query: string }) => ({
      get body() {
        reads++;
        return { items: [query], next: query === "" ? "?p=2" : null };
      },
    });
    const iterator = createPager<string>({ scheme: linkScheme, fetchPage }).pages();
    await iterator.next();
    await nextTurn();
    expect(reads).toBe(1);
    await iterator.next();
    expect(reads).toBe(2);
  });
});

describe("pages()", () => {
  test("yields the body, the index and the cursor of each page", async () => {
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

  test("yields the total of the list if the provider sends it", async () => {
    const scheme = { ...linkScheme, total: "$response.header.X-Total" };
    const fetchPage = async () => ({ body: { items: [1] }, headers: { "x-total": "41" } });
    const { value } = await createPager<number>({ scheme, fetchPage }).pages().next();
    expect(value?.total).toBe(41);
    const without = await createPager<number>({ scheme: linkScheme, fetchPage }).pages().next();
    expect(without.value).not.toHaveProperty("total");
  });

  test("yields the rest of a page that was started by record", async () => {
    const pager = pagerOf(new NumberList(5, 3));
    await pager[Symbol.asyncIterator]().next();
    const items = [];
    for await (const page of pager.pages()) items.push(page.items);
    expect(items).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  test("cuts the last page to a limit", async () => {
    const items = [];
    for await (const page of pagerOf(new NumberList(5, 3), { limit: 4 }).pages()) items.push(page.items);
    expect(items).toEqual([[1, 2, 3], [4]]);
  });
});
