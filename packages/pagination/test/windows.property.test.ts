import fc from "fast-check";
import { expect, test } from "vitest";
import { createPager, type FetchPage, PaginationError } from "../src/index.ts";
import { linkScheme } from "./number-list.ts";

/** The page sizes of each window, and options and delays. */
const cut = fc.record({
  windows: fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  prefetch: fc.constantFrom(0 as const, 1 as const),
  delays: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 }),
});

/** A list cut into windows of linked pages. Records are numbered over all windows. */
function listOf(windows: readonly (readonly number[])[], delays: readonly number[], fails: () => boolean) {
  let count = 0;
  const pages = windows.map((sizes) => sizes.map((size) => Array.from({ length: size }, () => count++)));
  let requests = 0;
  let mostInFlight = 0;
  const inFlight = new Set<AbortSignal>();
  const fetchPage: FetchPage<unknown> = async ({ query, signal }) => {
    const turns = delays[requests++ % delays.length] ?? 0;
    inFlight.add(signal);
    mostInFlight = Math.max(mostInFlight, [...inFlight].filter(({ aborted }) => !aborted).length);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    inFlight.delete(signal);
    if (fails()) throw new TypeError("fetch failed");
    const params = new URLSearchParams(query);
    const [window, page] = [Number(params.get("w")), Number(params.get("page") ?? 0)];
    const next = page + 1 < (pages[window]?.length ?? 0) ? `?w=${window}&page=${page + 1}` : "";
    return { body: { items: pages[window]?.[page], next } };
  };
  return {
    items: pages.flat(2),
    fetchPage,
    queries: windows.map((_, window) => `w=${window}`),
    most: () => mostInFlight,
  };
}

test("windows are yielded in order at any concurrency, whatever fails and wherever the consumer stops", async () => {
  const failing = fc.array(fc.boolean(), { maxLength: 8 });
  const stops = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(cut, failing, stops, async ({ windows, delays, ...options }, failures, counts) => {
      const left = [...failures];
      const list = listOf(windows, delays, () => left.shift() ?? false);
      const items: number[] = [];
      const stopping = [...counts];
      for (let cursor: string | undefined; ; ) {
        const { fetchPage, queries } = list;
        const pager = createPager<number>({
          scheme: linkScheme,
          fetchPage,
          windows: queries,
          cursor,
          ...options,
        });
        let count = stopping.shift() ?? Number.POSITIVE_INFINITY;
        try {
          for await (const item of pager) {
            items.push(item);
            if (--count === 0) break;
          }
          if (count > 0) break;
        } catch (error) {
          if (!PaginationError.is(error)) throw error;
        }
        cursor = pager.cursor;
      }
      expect(items).toEqual(list.items);
      expect(list.most()).toBeLessThanOrEqual(options.concurrency);
    }),
    { numRuns: 1000 },
  );
});
