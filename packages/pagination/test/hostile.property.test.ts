import fc from "fast-check";
import { expect, test } from "vitest";
import { createPager, type PagerConfig, PaginationError, type PaginationScheme } from "../src/index.ts";

const reads = { items: "/items", hasMore: "$response.body#/more", total: "$response.header.X-Total" };
const schemes: PaginationScheme[] = [
  { ...reads, style: "next-link", next: "$response.body#/next" },
  { ...reads, style: "next-link", next: "$response.header.Link" },
  { ...reads, style: "next-token", next: "$response.body#/next", param: "after" },
  { ...reads, style: "offset", param: "offset" },
  { ...reads, style: "page-number", param: "page", first: 1, totalPages: "$response.body#/pages" },
];

/** Header values with the characters that matter to a parser. */
const headerText = fc.string({ unit: fc.constantFrom(...'<>;,="\\?&#/% nextrl0189+') });

/** Objects whose members have the names of what every object inherits. */
const inherited = fc.dictionary(
  fc.constantFrom("toString", "valueOf", "toJSON", "length", "get", "then", "constructor", "__proto__"),
  fc.oneof(fc.constant(null), fc.nat(), headerText),
);
/** Deeper than `JSON.stringify` can follow, and fast-check when it reports a counterexample. */
const nested = ["[]", "{}"].map((end): object => {
  const value: object = JSON.parse(`${'{"a":'.repeat(10_000)}${end}${"}".repeat(10_000)}`);
  return Object.defineProperty(value, fc.toStringMethod, { value: () => `10,000 levels, then ${end}` });
});
/** Text that cannot be sent, as UTF-8 does not have it. */
const loneSurrogates = fc.string({ unit: fc.constantFrom("\ud800", "\udfff", "a", "&") });
const loose = fc.oneof(
  { weight: 80, arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 1 }), headerText, fc.nat(), inherited) },
  { weight: 20, arbitrary: fc.oneof(fc.double(), fc.bigInt(), loneSurrogates) },
  { weight: 1, arbitrary: fc.constantFrom(...nested) },
);
const page = fc.record({
  body: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(
        {
          items: fc.oneof(
            fc.array(loose),
            loose.map((record) => [record, record]),
          ),
          next: loose,
          more: loose,
          pages: loose,
        },
        { requiredKeys: [] },
      ),
    },
    fc.jsonValue(),
  ),
  headers: fc.record({ Link: headerText, "X-Total": headerText }, { requiredKeys: [] }),
});

test("a walk ends with records or a PaginationError, whatever the provider sends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...schemes),
      fc.array(page, { minLength: 1 }),
      fc.integer({ min: 1, max: 3 }),
      async (scheme, pages, concurrency) => {
        let requests = 0;
        const numbered = scheme.style === "offset" || scheme.style === "page-number";
        const config = {
          scheme,
          maxPages: 6,
          concurrency: numbered ? concurrency : 1,
          fetchPage: async () => pages[requests++ % pages.length] ?? { body: null },
        };
        const pager = createPager(config as PagerConfig<unknown>);
        const error = await pager.toArray().then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (error !== undefined) expect(PaginationError.is(error), String(error)).toBe(true);
        // Pages that were predicted wrongly are requested in vain, and a page that looks like the one before it costs a check.
        expect(requests).toBeLessThanOrEqual(numbered ? 6 * concurrency + 6 : 6);
        expect(() =>
          createPager({ scheme, cursor: pager.cursor, fetchPage: async () => ({ body: null }) }),
        ).not.toThrow();
      },
    ),
    { numRuns: Number(process.env.FC_RUNS ?? 2000) },
  );
});
