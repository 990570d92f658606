import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EmulatorOptions, startEmulator } from "../src/index.ts";
import { type ApiName, allPages, type Body, records, recordsOf, start, usagePath } from "./support.ts";

/** Query strings for each API, combined as users do. */
const flag = (name: string, values: readonly string[]) =>
  fc
    .option(fc.constantFrom(...values), { nil: undefined })
    .map((value) => (value === undefined ? [] : [`${name}=${value}`]));
const query = (...parts: fc.Arbitrary<string[]>[]) => fc.tuple(...parts).map((all) => all.flat().join("&"));

const superSimQueries = query(
  flag("Granularity", ["day", "all"]),
  flag("Group", ["sim", "fleet", "network", "isoCountry"]),
  flag("Fleet", ["smart-meters", "vehicle-trackers", "nobody"]),
  flag("IsoCountry", ["US", "DE", "JP"]),
  flag("Sim", ["sim-0000001", "sim-0000009"]),
  fc.constant(["StartTime=2025-06-01T00:00:00Z", "EndTime=2025-06-09T00:00:00Z"]),
);
const usageQueries = query(
  flag("Category", ["sms", "calls", "totalprice", "unknown"]),
  flag("IncludeSubaccounts", ["true", "false"]),
  fc.constant(["StartDate=2025-05-20", "EndDate=2025-06-02"]),
);
const onomondoQueries = query(
  flag("filter[]", ["sim_id:000000001", "country_code:se", "country_code:de"]),
  flag("filter[]", ["time:2025-05", "time:2025-05-05", "time:2025"]),
  flag("group", ["hours"]),
);

interface Case {
  readonly api: ApiName;
  readonly sizeParameter: string;
  readonly smallest: number;
  readonly path: (query: string) => string;
  readonly queries: fc.Arbitrary<string>;
}

/** Credentials and SIDs depend only on the seed, so paths are the same for every emulator. */
const sample = await startEmulator();
await sample.close();

const cases: readonly Case[] = [
  {
    api: "supersim",
    sizeParameter: "PageSize",
    smallest: 3,
    path: (query) => `/v1/UsageRecords?${query}`,
    queries: superSimQueries,
  },
  {
    api: "usage",
    sizeParameter: "PageSize",
    smallest: 5,
    path: (query) => usagePath(sample, "Monthly", `?${query}`),
    queries: usageQueries,
  },
  {
    api: "usage",
    sizeParameter: "PageSize",
    smallest: 50,
    path: (query) => usagePath(sample, "Daily", `?${query}`),
    queries: usageQueries,
  },
  {
    api: "onomondo",
    sizeParameter: "limit",
    smallest: 60,
    path: (query) => `/usage?${query}`,
    queries: onomondoQueries,
  },
];

const options = (api: ApiName, emptyPages: number[]): EmulatorOptions => ({
  onomondo: { rateLimit: 1_000_000 },
  ...(api === "onomondo" ? { onomondo: { rateLimit: 1_000_000, emptyPages } } : { [api]: { emptyPages } }),
});

describe("pages", () => {
  test.each(cases)(
    "of $api together are the whole list, for any page size, filters and empty pages",
    async ({ api, sizeParameter, smallest, path, queries }) => {
      const whole = await start(options(api, []));
      const property = fc.asyncProperty(
        queries,
        fc.integer({ min: smallest, max: 1000 }),
        fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
        async (query, size, emptyPages) => {
          await using emulator = await startEmulator(options(api, emptyPages));
          const expected = await records(whole, api, `${path(query)}&${sizeParameter}=1000`);
          const bodies = await allPages(emulator, api, `${path(query)}&${sizeParameter}=${size}`);
          expect(bodies.flatMap(recordsOf)).toEqual(expected);
          const sizes = bodies.map((body: Body) => recordsOf(body).length);
          const full = sizes.slice(0, -1).filter((_, page) => !emptyPages.includes(page));
          expect(full.every((length) => length === size)).toBe(true);
          expect(sizes.at(-1)).toBeGreaterThan(expected.length === 0 ? -1 : 0);
        },
      );
      await fc.assert(property, { numRuns: 25 });
    },
    60_000,
  );
});
