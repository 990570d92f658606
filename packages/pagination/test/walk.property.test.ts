import fc from "fast-check";
import { expect, test } from "vitest";
import { createPager, type Pager, type PagerConfig, PaginationError } from "../src/index.ts";
import { canBeForeseen, type ModelList, modelList, type Row, serve } from "./model-list.ts";

const RUNS = Number(process.env.FC_RUNS ?? 500);

/** Options and a server's timing: nothing that may change which records come out, or in which order. */
const manner = fc.record({
  prefetch: fc.constantFrom(0 as const, 1 as const),
  concurrency: fc.integer({ min: 1, max: 5 }),
  delays: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 }),
});
type Manner = typeof manner extends fc.Arbitrary<infer M> ? M : never;

interface Extra {
  readonly limit?: number | undefined;
  readonly maxPages?: number | undefined;
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const pagerOf = (
  list: ModelList,
  how: Manner,
  extra: Extra = {},
  fails?: (request: number) => boolean,
): Pager<Row> => {
  const config = {
    scheme: list.scheme,
    query: "kind=x",
    operation: "GET /list",
    prefetch: how.prefetch,
    concurrency: canBeForeseen(list) ? how.concurrency : 1,
    fetchPage: serve(list, how.delays, fails),
    ...extra,
  };
  return createPager<Row>(config as PagerConfig<unknown>);
};

/** Consumes up to `count` records, a few as a page where `byPage` says so. */
async function some(pager: Pager<Row>, count: number, into: Row[]): Promise<void> {
  if (count === 0) return;
  for await (const row of pager) {
    into.push(row);
    if (--count === 0) break;
  }
}

test("any list comes out whole and in order, by records and by pages", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, manner, async (list, how) => {
      expect(await pagerOf(list, how).toArray()).toEqual(list.rows);
      const rows: Row[] = [];
      await some(pagerOf(list, how), Number.POSITIVE_INFINITY, rows);
      expect(rows).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("a limit cuts it, and the cursor after it holds the rest", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, manner, fc.nat({ max: 25 }), async (list, how, limit) => {
      const pager = pagerOf(list, how, { limit });
      expect(await pager.toArray()).toEqual(list.rows.slice(0, limit));
      if (pager.truncated) expect(list.rows.length).toBeGreaterThanOrEqual(limit);
      else expect(list.rows.length).toBeLessThanOrEqual(limit);
      expect(await pagerOf(list, how, { cursor: pager.cursor }).toArray()).toEqual(list.rows.slice(limit));
    }),
    { numRuns: RUNS },
  );
});

test("broken off anywhere, any number of times, it resumes with exactly the rest", async () => {
  const stops = fc.array(fc.nat({ max: 6 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(modelList, manner, stops, async (list, how, counts) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      for (const count of counts) {
        const pager = pagerOf(list, how, { cursor });
        await some(pager, count, rows);
        expect(await pager.toArray()).toEqual(count === 0 ? list.rows.slice(rows.length) : []);
        if (count > 0) cursor = pager.cursor;
      }
      expect([...rows, ...(await pagerOf(list, how, { cursor }).toArray())]).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});

test("failing anywhere, it resumes from the error with exactly the rest", async () => {
  const failing = fc.array(fc.boolean(), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(modelList, manner, failing, async (list, how, failures) => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      let requests = 0;
      const fails = () => failures[requests++] ?? false;
      for (;;) {
        const before = rows.length;
        const pager = pagerOf(list, how, { cursor }, fails);
        try {
          await some(pager, Number.POSITIVE_INFINITY, rows);
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

test("aborted anywhere, it resumes from the error with exactly the rest", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, manner, fc.nat({ max: 40 }), async (list, how, turns) => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const rows: Row[] = [];
      const pager = pagerOf(list, how, { signal: controller.signal });
      const walked = some(pager, Number.POSITIVE_INFINITY, rows).catch((error: unknown) => error);
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

test("any number of consumers share one walk, by records and by pages", async () => {
  await fc.assert(
    fc.asyncProperty(
      modelList,
      manner,
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

test("next() may be called any number of times before the first answer", async () => {
  await fc.assert(
    fc.asyncProperty(modelList, manner, async (list, how) => {
      const iterator = pagerOf(list, how)[Symbol.asyncIterator]();
      const results = await Promise.all(Array.from({ length: list.rows.length + 2 }, () => iterator.next()));
      expect(results.flatMap((result) => (result.done ? [] : [result.value]))).toEqual(list.rows);
    }),
    { numRuns: RUNS },
  );
});
