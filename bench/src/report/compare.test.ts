import { expect, it } from "vitest";
import type { Comparison, Target } from "../benchmark.ts";
import { compare } from "./compare.ts";

const rounds = (value: number, count = 15) => Array.from({ length: count }, () => value);

function compareTimes(
  subject: readonly number[],
  base: readonly number[],
  comparison: Partial<Comparison> = {},
) {
  const series = [
    { subject: "ours", values: subject },
    { subject: "theirs", values: base },
  ];
  const comparisons = [{ subject: "ours", base: "theirs", ...comparison }];
  const [row] = compare({ figure: "time", unit: "ms", series, comparisons }, 15);
  return row;
}

it("takes the median of the rounds' ratios, so that neither one slow round nor a slow hour counts", () => {
  expect(compareTimes([1, 2, 900], [2, 4, 4])).toMatchObject({ median: 2, baseMedian: 4, ratio: 0.5 });
  expect(compareTimes([1, 1, 10, 10, 10], [2, 2, 20, 20, 20])?.ratio).toBe(0.5);
});

it("compares an exact value with the median of one that varies", () => {
  expect(compareTimes([10], [4, 5, 90])?.ratio).toBe(2);
});

it.each<[Target, number, boolean]>([
  [{ atMost: 1.05 }, 105, true],
  [{ atMost: 1.05 }, 106, false],
  [{ atLeast: 7 }, 700, true],
  [{ atLeast: 7 }, 699, false],
  [{ below: 1 }, 99, true],
  [{ below: 1 }, 100, false],
])("of the target %j, %d over 100 reaches: %s", (target, value, reached) => {
  expect(compareTimes([value], [100], { target })?.reached).toBe(reached);
});

it("says nothing of reaching where there is no target", () => {
  expect(compareTimes([1], [1], { noiseFloor: true })).not.toHaveProperty("reached");
});

it("marks what was measured in fewer rounds than the report asks for, but not what is exact", () => {
  expect(compareTimes(rounds(1), rounds(1))?.fewRounds).toBe(false);
  expect(compareTimes(rounds(1, 14), rounds(1))?.fewRounds).toBe(true);
  expect(compareTimes(rounds(1), rounds(1, 5))?.fewRounds).toBe(true);
  expect(compareTimes([50], [200])?.fewRounds).toBe(false);
});

it("refuses to compare with a subject that was not measured", () => {
  expect(() => compareTimes([1], [1], { base: "somebody" })).toThrow("time: no values of somebody");
});
