import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RepeatDetector } from "./walk.ts";

/** Reads a list of `tail` pages that then goes in a cycle. Returns how many pages were read when the cycle was found. */
function pagesUntilFound(tail: number, cycle: number): number {
  const page = (step: number) => `p=${step < tail ? step : tail + ((step - tail) % cycle)}`;
  const detector = new RepeatDetector(page(0));
  let step = 1;
  while (!detector.repeats(page(step))) step++;
  return step;
}

describe("the repeat detector", () => {
  test("finds a cycle of up to eight pages before a page is read twice", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 8 }), (tail, cycle) => {
        expect(pagesUntilFound(tail, cycle)).toBe(tail + cycle);
      }),
    );
  });

  test("finds a longer cycle when it returns to the mark, which moves after 1, 2, 4, 8 … pages", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.integer({ min: 9, max: 500 }), (tail, cycle) => {
        // The first mark that is in the cycle and stays for a whole turn.
        let mark = 0;
        while (mark < tail || mark + 1 < cycle) mark = 2 * mark + 1;
        expect(pagesUntilFound(tail, cycle)).toBe(mark + cycle);
        expect(mark + cycle).toBeLessThanOrEqual(3 * (tail + cycle));
      }),
    );
  });

  test("finds nothing in a list that does not repeat", () => {
    const detector = new RepeatDetector("p=0");
    for (let page = 1; page < 10_000; page++) expect(detector.repeats(`p=${page}`)).toBe(false);
  });

  test("takes the same parameters in another order or encoding for the same page", () => {
    expect(new RepeatDetector("a=1&b=x%20y").repeats("b=x+y&a=1")).toBe(true);
    expect(new RepeatDetector("f=1&f=2").repeats("f=2&f=1")).toBe(false);
  });
});
