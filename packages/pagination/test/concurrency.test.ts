import { describe, expect, test } from "vitest";
import { createPager } from "../src/index.ts";
import { caught, linkScheme, NumberList, nextTurn, offsetScheme } from "./number-list.ts";

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const numbered = (list: NumberList, options: object = {}) =>
  createPager<number>({ scheme: offsetScheme, fetchPage: list.fetchPage, ...options });

describe("a numbered list", () => {
  test("has as many pages in flight as allowed, and yields them in order", async () => {
    const list = new NumberList(40, 4);
    // Pages of two digits overtake those of one.
    list.before = async (query) => {
      for (let turns = query.length > 8 ? 1 : 4; turns > 0; turns--) await nextTurn();
    };
    expect(await numbered(list, { concurrency: 3 }).toArray()).toEqual(range(40));
    expect(list.mostInFlight).toBe(3);
  });

  test("waits for the first page, since the server may send fewer records than requested", async () => {
    const scheme = {
      ...offsetScheme,
      pageSize: { param: "limit", default: 100 },
      total: "$response.header.X-Total",
    };
    const list = new NumberList(10, 5);
    const fetchPage: typeof list.fetchPage = async (request) => ({
      ...(await list.fetchPage(request)),
      headers: { "x-total": "10" },
    });
    expect(await createPager({ scheme, fetchPage, concurrency: 8 }).toArray()).toEqual(range(10));
    expect(list.queries).toEqual(["limit=100", "limit=100&offset=5"]);
  });

  test("requests no page that a limit does not need", async () => {
    const list = new NumberList(100, 5);
    expect(await numbered(list, { concurrency: 8, limit: 12 }).toArray()).toEqual(range(12));
    expect(list.queries).toHaveLength(3);
  });

  test("requests no more pages than maxPages", async () => {
    const list = new NumberList(100, 5);
    const pager = numbered(list, { concurrency: 8, maxPages: 4 });
    expect(await pager.toArray()).toEqual(range(20));
    expect(list.queries).toHaveLength(4);
    expect(pager.truncated).toBe(true);
  });

  test("fails after the records before the failure, and resumes with exactly the rest", async () => {
    const list = new NumberList(40, 4);
    list.before = async (query) => {
      if (query === "offset=12") throw new Error("lost");
    };
    const items: number[] = [];
    const pager = numbered(list, { concurrency: 4 });
    const error = await caught(
      (async () => {
        for await (const item of pager) items.push(item);
      })(),
    );
    expect(items).toEqual(range(12));
    expect(error).toMatchObject({ reason: "request", itemsYielded: 12, pagesFetched: 3 });
    list.before = async () => {};
    expect(await numbered(list, { cursor: error.cursor, concurrency: 4 }).toArray()).toEqual(
      range(40).slice(12),
    );
  });

  test("aborts pages that were predicted wrongly", async () => {
    const list = new NumberList(12, 4);
    const fetchPage: typeof list.fetchPage = async (request) => {
      const { body } = await list.fetchPage(request);
      return { body: { ...body, items: body.items.slice(0, request.query === "offset=4" ? 3 : 4) } };
    };
    const items = await createPager<number>({ scheme: offsetScheme, fetchPage, concurrency: 3 }).toArray();
    expect(items).toEqual(range(12));
    const abandoned = list.queries.filter((_, request) => list.signals[request]?.aborted);
    expect(abandoned).toEqual(expect.arrayContaining(["offset=8", "offset=12"]));
  });

  test("holds no more pages than allowed while the consumer is slow", async () => {
    const list = new NumberList(1000, 10);
    const iterator = numbered(list, { concurrency: 3 })[Symbol.asyncIterator]();
    await iterator.next();
    while (list.inFlight > 0) await nextTurn();
    await nextTurn();
    expect(list.queries).toHaveLength(1 + 3);
  });
});

describe("a list cut into windows", () => {
  /** Windows w=0, w=1, …; each is a list of linked pages with records like "0a", "0b". */
  const windows = ["w=0", "w=1", "w=2", "w=3"];
  const chain = { "0": ["a", "b"], "1": [], "2": ["a"], "3": ["a", "b", "c"] } as Readonly<
    Record<string, string[]>
  >;
  const all = ["0a", "0b", "2a", "3a", "3b", "3c"];

  const server = (fails: (query: string) => boolean = () => false) => {
    const queries: string[] = [];
    const fetchPage = async ({ query }: { query: string }) => {
      queries.push(query);
      // Later windows overtake the first.
      for (let turns = query.startsWith("w=0") ? 5 : 1; turns > 0; turns--) await nextTurn();
      if (fails(query)) throw new Error("lost");
      const params = new URLSearchParams(query);
      const [window, page] = [params.get("w") ?? "", Number(params.get("page") ?? 0)];
      const letters = chain[window] ?? [];
      const items = letters.slice(page, page + 1).map((letter) => window + letter);
      return { body: { items, next: page + 1 < letters.length ? `?w=${window}&page=${page + 1}` : null } };
    };
    return { queries, fetchPage };
  };

  test.each([1, 2, 8])("is yielded window by window with concurrency %i", async (concurrency) => {
    const { fetchPage } = server();
    const pager = createPager({ scheme: linkScheme, fetchPage, windows, concurrency });
    expect(await pager.toArray()).toEqual(all);
    expect(
      await createPager({ scheme: linkScheme, fetchPage, windows, cursor: pager.cursor }).toArray(),
    ).toEqual([]);
  });

  test("requests the first page of as many windows at once as it may", async () => {
    const waiting: (() => void)[] = [];
    const fetchPage = () =>
      new Promise<{ body: object }>((resolve) => {
        waiting.push(() => resolve({ body: { items: [1], next: null } }));
        // None has an end before all have begun.
        if (waiting.length === 3) for (const end of waiting) end();
      });
    const windows = ["w=1", "w=2", "w=3"];
    const pager = createPager({ scheme: linkScheme, fetchPage, windows, concurrency: 3 });
    expect(await pager.toArray()).toEqual([1, 1, 1]);
  }, 5_000);

  test("fails in a later window after the windows before it, and resumes with exactly the rest", async () => {
    const { fetchPage } = server((query) => query === "w=2");
    const items: string[] = [];
    const pager = createPager<string>({ scheme: linkScheme, fetchPage, windows, concurrency: 8 });
    const error = await caught(
      (async () => {
        for await (const item of pager) items.push(item);
      })(),
    );
    expect(items).toEqual(["0a", "0b"]);
    const rest = createPager({
      scheme: linkScheme,
      fetchPage: server().fetchPage,
      windows,
      cursor: error.cursor,
    });
    expect(await rest.toArray()).toEqual(all.slice(2));
  });

  test("resumes after every record", async () => {
    for (let count = 1; count < all.length; count++) {
      const { fetchPage } = server();
      const pager = createPager<string>({ scheme: linkScheme, fetchPage, windows, limit: count });
      expect(await pager.toArray()).toEqual(all.slice(0, count));
      const rest = createPager({
        scheme: linkScheme,
        fetchPage,
        windows,
        cursor: pager.cursor,
        concurrency: 3,
      });
      expect(await rest.toArray()).toEqual(all.slice(count));
    }
  });

  test("starts no window before it is needed if there is a limit", async () => {
    const { fetchPage, queries } = server();
    const pager = createPager({ scheme: linkScheme, fetchPage, windows, limit: 2, concurrency: 8 });
    expect(await pager.toArray()).toEqual(["0a", "0b"]);
    expect(queries).toEqual(["w=0", "w=0&page=1"]);
  });

  test("reports how many windows are done", async () => {
    const done: unknown[] = [];
    const { fetchPage } = server();
    const onProgress = ({ windows, windowsDone }: { windows?: number; windowsDone?: number }) =>
      done.push([windowsDone, windows]);
    await createPager({ scheme: linkScheme, fetchPage, windows, onProgress }).toArray();
    expect(done).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
      [3, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  test("without any window yields nothing and requests nothing", async () => {
    const { fetchPage, queries } = server();
    expect(await createPager({ scheme: linkScheme, fetchPage, windows: [] }).toArray()).toEqual([]);
    expect(queries).toEqual([]);
  });

  test("rejects a cursor of other windows", async () => {
    const { fetchPage } = server();
    const pager = createPager({ scheme: linkScheme, fetchPage, windows, limit: 1 });
    await pager.toArray();
    const resume = () =>
      createPager({ scheme: linkScheme, fetchPage, windows: windows.slice(1), cursor: pager.cursor });
    expect(resume).toThrow("the cursor was made for another window range");
  });
});
