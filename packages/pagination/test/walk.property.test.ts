import fc from "fast-check";
import { expect, test } from "vitest";
import { createPager, type Pager, type PagerConfig, PaginationError } from "../src/index.ts";
import { isPredictable, type ModelList, modelList, type Row, serve } from "./model-list.ts";

const RUNS = Number(process.env.FC_RUNS ?? 500);

/** Options and delays that must not change which records are yielded, or in which order. */
const timing = fc.record({
  prefetch: fc.constantFrom(0 as const, 1 as const),
  concurrency: fc.integer({ min: 1, max: 5 }),
  delays: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 }),
});
type Timing = typeof timing extends fc.Arbitrary<infer T> ? T : never;

interface Extra {
  readonly limit?: number | undefined;
  readonly maxPages?: number | undefined;
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const pagerOf = (
  list: ModelList,
  how: Timing,
  extra: Extra = {},
  fails?: (request: number) => boolean,
): Pager<Row> => {
  const config = {
    scheme: list.scheme,
    query: "kind=x",
    operation: "GET /list",
    prefetch: how.prefetch,
    concurrency: isPredictable(list) ? how.concurrency : 1,
    fetchPage: serve(list, how.delays, fails),
    ...extra,
  };
  return createPager<Row>(config as PagerConfig<unknown>);
};

/** Consumes up to `count` records. */
async function consume(pager: Pager<Row>, count: number, into: Row[]): Promise<void> {
  if (count === 0) return;
  for await (const row of pager) {
    into.push(row);
    if (--count === 0) break;
  }
}

test("a walk yields every record of a list in order, by record and by page", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, timing, async (list, how) => {
      expect(await pagerOf(list, how).toArray()).toEqual(list.rows);
      const rows: Row[] = [];
      await consume(pagerOf(list, how), Number.POSITIVE_INFINITY, rows);
      expect(rows).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("a walk with a limit yields that many records, and its cursor the rest", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, timing, fc.nat({ max: 25 }), async (list, how, limit) => {
      const pager = pagerOf(list, how, { limit });
      expect(await pager.toArray()).toEqual(list.rows.slice(0, limit));
      if (pager.truncated) expect(list.rows.length).toBeGreaterThanOrEqual(limit);
      else expect(list.rows.length).toBeLessThanOrEqual(limit);
      expect(await pagerOf(list, how, { cursor: pager.cursor }).toArray()).toEqual(list.rows.slice(limit));
    }),
    { numRuns: RUNS },
  );
});

test("a walk that is left anywhere, any number of times, resumes with exactly the rest", async () => {
  const stops = fc.array(fc.nat({ max: 6 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(modelList, timing, stops, async (list, how, counts) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      for (const count of counts) {
        const pager = pagerOf(list, how, { cursor });
        await consume(pager, count, rows);
        expect(await pager.toArray()).toEqual(count === 0 ? list.rows.slice(rows.length) : []);
        if (count > 0) cursor = pager.cursor;
      }
      expect([...rows, ...(await pagerOf(list, how, { cursor }).toArray())]).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("a walk that fails anywhere resumes with exactly the rest", async () => {
  const failing = fc.array(fc.boolean(), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(modelList, timing, failing, async (list, how, failures) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      let requests = 0;
      const fails = () => failures[requests++] ?? false;
      for (;;) {
        const before = rows.length;
        const pager = pagerOf(list, how, { cursor }, fails);
        try {
          await consume(pager, Number.POSITIVE_INFINITY, rows);
          break;
        } catch (error) {
          if (!PaginationError.is(error)) throw error;
          expect(error.reason).toBe("request");
          expect(error.itemsYielded).toBe(rows.length - before);
          expect(error.cursor).toBe(pager.cursor);
          cursor = error.cursor;
        }
      }
      expect(rows).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("a walk that is aborted anywhere resumes with exactly the rest", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, timing, fc.nat({ max: 40 }), async (list, how, turns) => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const rows: Row[] = [];
      const pager = pagerOf(list, how, { signal: controller.signal });
      const walked = consume(pager, Number.POSITIVE_INFINITY, rows).catch((error: unknown) => error);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      controller.abort(reason);
      const error = await walked;
      if (error !== undefined) {
        expect(error).toMatchObject({ reason: "aborted", cause: reason, itemsYielded: rows.length });
      }
      expect([...rows, ...(await pagerOf(list, how, { cursor: pager.cursor }).toArray())]).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("any number of consumers share one walk, by record and by page", async () => {
  await fc.assert(
    fc.asyncProperty(
      modelList,
      timing,
      fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      async (list, how, kinds) => {
        const pager = pagerOf(list, how);
        const rows: Row[] = [];
        await Promise.all(
          kinds.map(async (byPage) => {
            if (byPage) for await (const page of pager.pages()) rows.push(...page.items);
            else for await (const row of pager) rows.push(row);
          }),
        );
        const sorted = (all: readonly Row[]) => all.map(({ id }) => id).sort((a, b) => a - b);
        expect(sorted(rows)).toEqual(sorted(list.rows));
      },
    ),
    { numRuns: RUNS },
  );
});

test("next() can be called any number of times before the first response", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, timing, async (list, how) => {
      const iterator = pagerOf(list, how)[Symbol.asyncIterator]();
      const results = await Promise.all(Array.from({ length: list.rows.length + 2 }, () => iterator.next()));
      expect(results.flatMap((result) => (result.done ? [] : [result.value]))).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});
