import fc from "fast-check";
import { expect, it } from "vitest";
import { allPairs } from "./all-pairs.ts";

const settings = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 })
  .map((sizes) =>
    Object.fromEntries(
      sizes.map((size, setting) => [`s${setting}`, Array.from({ length: size }, (_, i) => i)]),
    ),
  );

it("every value meets every value of each other setting", () => {
  fc.assert(
    fc.property(settings, (given) => {
      const rows = allPairs(given);
      for (const [first, values] of Object.entries(given)) {
        for (const [second, others] of Object.entries(given)) {
          if (first === second) continue;
          for (const value of values) {
            const met = rows.filter((row) => row[first] === value).map((row) => row[second]);
            expect(new Set(met)).toEqual(new Set(others));
          }
        }
      }
    }),
  );
});

it("no row is repeated, and each has a value for every setting", () => {
  fc.assert(
    fc.property(settings, (given) => {
      const rows = allPairs(given);
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(Object.keys(given));
        for (const [name, value] of Object.entries(row)) expect(given[name]).toContain(value);
      }
    }),
  );
});

it("settings of 4, 3 and 3 values take 12 rows, not 36", () => {
  expect(allPairs({ a: [1, 2, 3, 4], b: [1, 2, 3], c: [1, 2, 3] })).toHaveLength(12);
});
