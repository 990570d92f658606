import fc from "fast-check";
import { expect, test } from "vitest";
import { RepeatDetector } from "./repeat-detector.ts";

/** Walks a list that runs straight for `tail` pages and then in a circle; how many pages were walked when it was found. */
function walkUntilFound(tail: number, circle: number): number {
  const page = (step: number) => `p=${step < tail ? step : tail + ((step - tail) % circle)}`;
  const detector = new RepeatDetector(page(0));
  let step = 1;
  while (!detector.repeats(page(step))) step++;
  return step;
}

test("a circle of up to eight pages is found before any of them comes twice", () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 8 }), (tail, circle) => {
      expect(walkUntilFound(tail, circle)).toBe(tail + circle);
    }),
  );
});

test("a circle of any length is found within three times the pages there are", () => {
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 500 }), (tail, circle) => {
      expect(walkUntilFound(tail, circle)).toBeLessThanOrEqual(3 * (tail + circle));
    }),
  );
});

test("a list that never repeats is never said to", () => {
  const detector = new RepeatDetector("p=0");
  for (let page = 1; page < 10_000; page++) expect(detector.repeats(`p=${page}`)).toBe(false);
});

test("the same query in another order or encoding is the same page", () => {
  expect(new RepeatDetector("a=1&b=x%20y").repeats("b=x+y&a=1")).toBe(true);
  expect(new RepeatDetector("f=1&f=2").repeats("f=2&f=1")).toBe(false);
});
