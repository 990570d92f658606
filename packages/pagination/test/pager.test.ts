import { getEventListeners } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { describe, expect, test, vi } from "vitest";
import { createPager, type PagerOptions, PaginationError } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme } from "./fake-list.ts";

const pagerOf = (list: NumberList, options: PagerOptions = {}) =>
  createPager<number, { items: number[] }>({ scheme: linkScheme, fetchPage: list.fetchPage, ...options });

const caught = async (promise: Promise<unknown>): Promise<PaginationError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!PaginationError.is(error)) throw new Error(`expected a PaginationError, got ${String(error)}`);
  return error;
};

describe("options", () => {
  const list = new NumberList(1, 1);
  test.each([
    ["limit", -1],
    ["limit", 1.5],
    ["limit", Number.NaN],
    ["limit", Number.POSITIVE_INFINITY],
    ["limit", "5"],
    ["maxPages", -1],
    ["concurrency", 0],
    ["concurrency", 2],
    ["prefetch", 2],
    ["prefetch", true],
    ["onRepeat", "ignore"],
    ["onProgress", "log"],
    ["cursor", 7],
    ["signal", {}],
  ])("%s %s is refused at once, by name and value", (name, value) => {
    const wrong = { [name]: value } as PagerOptions;
    expect(() => pagerOf(list, wrong)).toThrow(
      new RegExp(`${name}.*is .*accepted|${name} is ${value}; a next-link`),
    );
    expect(list.queries).toEqual([]);
  });

  test("undefined is as good as left out", async () => {
    const none = {
      limit: undefined,
      maxPages: undefined,
      cursor: undefined,
      prefetch: undefined,
      signal: undefined,
    };
    expect(await pagerOf(new NumberList(3, 2), none).toArray()).toEqual([1, 2, 3]);
  });

  test("an unknown style is refused at once", () => {
    const scheme = { ...linkScheme, style: "none" } as never;
    expect(() => createPager({ scheme, fetchPage: list.fetchPage })).toThrow(
      /"none" is unknown; accepted are next-link/,
    );
  });

  test("an expression that reads no response is refused at once", () => {
    const scheme = { ...linkScheme, next: "$request.query.page" };
    expect(() => createPager({ scheme, fetchPage: list.fetchPage })).toThrow(/not a response expression/);
  });

  test("an offset that is no number is refused at once", () => {
    expect(() => createPager({ scheme: offsetScheme, query: "offset=x", fetchPage: list.fetchPage })).toThrow(
      /"offset" is "x"/,
    );
  });
});

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

describe("leaving", () => {
  test("a break aborts what is in flight, and a second loop yields nothing", async () => {
    const list = new NumberList(5, 1);
    const pager = pagerOf(list);
    for await (const _ of pager) break;
    expect(list.signals.map(({ aborted }) => aborted)).toEqual([false, true]);
    expect(await pager.toArray()).toEqual([]);
    expect(pager.truncated).toBe(false);
    expect(list.queries).toHaveLength(2);
  });

  test("a break leaves no rejection behind, whatever becomes of the page in flight", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const list = new NumberList(5, 1);
    list.before = async (query) => {
      if (query !== "") throw new Error("lost");
    };
    for await (const _ of pagerOf(list)) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("who waits while another leaves gets the end", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const pager = pagerOf(list);
    const waiting = pager[Symbol.asyncIterator]().next();
    await pager[Symbol.asyncIterator]().return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test("`await using` ends the walk", async () => {
    const list = new NumberList(5, 1);
    {
      await using pager = pagerOf(list);
      await pager[Symbol.asyncIterator]().next();
    }
    expect(list.signals.at(-1)?.aborted).toBe(true);
  });
});

describe("aborting", () => {
  const reason = new Error("shutting down");

  test("before the first request asks nothing", async () => {
    const list = new NumberList(5, 1);
    const error = await caught(pagerOf(list, { signal: AbortSignal.abort(reason) }).toArray());
    expect(error).toMatchObject({ reason: "aborted", cause: reason, pagesFetched: 0, itemsYielded: 0 });
    expect(list.queries).toEqual([]);
  });

  test("in flight is prompt, though nobody listens to the signal", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const controller = new AbortController();
    const walked = caught(pagerOf(list, { signal: controller.signal }).toArray());
    setImmediate(() => controller.abort(reason));
    expect((await walked).cause).toBe(reason);
    expect(list.signals[0]?.aborted).toBe(true);
    expect(list.signals[0]?.reason).toBe(reason);
  });

  test("while the consumer is slow comes before the next record, and resumes at it", async () => {
    const list = new NumberList(5, 3);
    const controller = new AbortController();
    const pager = pagerOf(list, { signal: controller.signal });
    const iterator = pager[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort(reason);
    const error = await caught(iterator.next());
    expect(error).toMatchObject({ reason: "aborted", cause: reason, itemsYielded: 1, pagesFetched: 1 });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(await pagerOf(list, { cursor: error.cursor }).toArray()).toEqual([2, 3, 4, 5]);
  });

  test("after the end changes nothing", async () => {
    const controller = new AbortController();
    const pager = pagerOf(new NumberList(2, 1), { signal: controller.signal });
    await pager.toArray();
    controller.abort(reason);
    expect(await pager.toArray()).toEqual([]);
  });

  test("a signal shared by a hundred pagers has one listener while they fetch, and none after", async () => {
    const warned = vi.fn();
    process.on("warning", warned);
    const { signal } = new AbortController();
    const walks = Array.from({ length: 100 }, () => pagerOf(new NumberList(3, 1), { signal }).toArray());
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(walks);
    const idle = pagerOf(new NumberList(3, 1), { signal, prefetch: 0 });
    await idle[Symbol.asyncIterator]().next();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", warned);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe("errors", () => {
  test("name the pointer and what was found, and have the cause that the caller makes", async () => {
    class Malformed extends Error {}
    const malformed = (message: string) => new Malformed(message);
    const fetchPage = async () => ({ body: { items: { "0": 1 } } });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage, malformed }).toArray());
    expect(error.message).toBe(
      "page 1: /items in the body is an object, where an array of records was expected",
    );
    expect(error.cause).toBeInstanceOf(Malformed);
  });

  test("a request's failure is the cause itself, also where fetchPage throws before it waits", async () => {
    const cause = new TypeError("fetch failed");
    const fetchPage = () => {
      throw cause;
    };
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error).toMatchObject({ reason: "request", cause });
  });

  test("a body that cannot be parsed when its turn comes is a failed request", async () => {
    const fetchPage = async () => ({
      get body(): never {
        throw new SyntaxError("unexpected end");
      },
    });
    const error = await caught(createPager({ scheme: linkScheme, fetchPage }).toArray());
    expect(error.reason).toBe("request");
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  test("come once; after them the walk is over", async () => {
    const list = new NumberList(2, 1);
    list.before = async (query) => {
      if (query === "page=1") throw new Error("lost");
    };
    const pager = pagerOf(list);
    const iterator = pager[Symbol.asyncIterator]();
    const settled = await Promise.allSettled([iterator.next(), iterator.next(), iterator.next()]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await pager.toArray()).toEqual([]);
  });

  test("of toArray() carry what it had gathered", async () => {
    const list = new NumberList(4, 2);
    list.before = async (query) => {
      if (query === "page=1") throw new Error("lost");
    };
    const error = await caught(pagerOf(list).toArray());
    expect(error).toMatchObject({ items: [1, 2], itemsYielded: 2, pagesFetched: 1 });
  });

  test("are recognised across copies of the package", async () => {
    const copy = Object.defineProperty(new Error("x"), Symbol.for("@usagewire/pagination.PaginationError"), {
      value: true,
    });
    expect(PaginationError.is(copy)).toBe(true);
    expect(PaginationError.is(new Error("x"))).toBe(false);
    expect(PaginationError.is(null)).toBe(false);
  });
});

describe("progress", () => {
  test("is told when the consumer asks for what follows a page, never before", async () => {
    const list = new NumberList(3, 2);
    const told: unknown[] = [];
    let consumed = 0;
    const onProgress = ({ pages, items }: { pages: number; items: number }) =>
      told.push([pages, items, consumed]);
    for await (const _ of pagerOf(list, { onProgress })) consumed++;
    expect(told).toEqual([
      [1, 2, 2],
      [2, 3, 3],
    ]);
  });

  test("has a cursor that resumes after what was handed out", async () => {
    const list = new NumberList(5, 2);
    const cursors: string[] = [];
    await pagerOf(list, { onProgress: ({ cursor }) => cursors.push(cursor) }).toArray();
    const rests = await Promise.all(cursors.map((cursor) => pagerOf(list, { cursor }).toArray()));
    expect(rests).toEqual([[3, 4, 5], [5], []]);
  });

  test("a callback that throws ends the walk with its own error", async () => {
    const mine = new Error("mine");
    const onProgress = () => {
      throw mine;
    };
    await expect(pagerOf(new NumberList(5, 2), { onProgress }).toArray()).rejects.toBe(mine);
  });
});

describe("a cursor", () => {
  const scheme = { ...linkScheme, pageSize: { param: "size", default: 2 } };
  const walk = (
    list: NumberList,
    options: PagerOptions & { query: string; operation?: string; binding?: string },
  ) => createPager<number>({ scheme, fetchPage: list.fetchPage, ...options });

  test("keeps the page size of its walk, whatever the resuming caller asks for", async () => {
    const list = new NumberList(5, 2);
    const pager = walk(list, { query: "a=1&size=2", limit: 1 });
    await pager.toArray();
    list.queries.length = 0;
    expect(await walk(list, { query: "a=1&size=4", cursor: pager.cursor }).toArray()).toEqual([2, 3, 4, 5]);
    expect(list.queries[0]).toBe("a=1&size=1");
  });

  test("fits filters in any order and encoding, and no others", () => {
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

  test("of a list that is not begun is its start, of one that is over its end", async () => {
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

  test("is short and holds no filter of a list with tokens", async () => {
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
  test("is false until a cap has ended the walk", async () => {
    const pager = pagerOf(new NumberList(5, 2), { limit: 3 });
    expect(pager.truncated).toBe(false);
    const iterator = pager[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(pager.truncated).toBe(false);
    await iterator.next();
    expect(pager.truncated).toBe(true);
  });
});

/** Newer than the library that the published code keeps to. */
interface FromAsync {
  fromAsync<T>(source: AsyncIterable<T>): Promise<T[]>;
}

describe("interop", () => {
  test("Array.fromAsync, a web stream and a node:stream pipeline take it as it is", async () => {
    const all = [1, 2, 3, 4, 5];
    const pager = () => pagerOf(new NumberList(5, 2));
    expect(await (Array as unknown as FromAsync).fromAsync(pager())).toEqual(all);
    const streamed: number[] = [];
    for await (const item of ReadableStream.from(pager())) streamed.push(item);
    expect(streamed).toEqual(all);
    const piped: number[] = [];
    await pipeline(Readable.from(pager()), async (source: AsyncIterable<number>) => {
      for await (const item of source) piped.push(item);
    });
    expect(piped).toEqual(all);
  });

  test("a pipeline that is destroyed ends the walk", async () => {
    const list = new NumberList(100, 1);
    const stream = Readable.from(pagerOf(list), { highWaterMark: 1 });
    for await (const _ of stream) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(list.queries.length).toBeLessThan(6);
    expect(list.inFlight).toBe(0);
  });

  test("iterators inherit from the built-in prototype, so async iterator helpers apply", () => {
    const builtIn = Object.getPrototypeOf(
      Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())),
    );
    expect(Object.getPrototypeOf(pagerOf(new NumberList(1, 1)).pages())).toBe(builtIn);
  });
});
