import { expect, it } from "vitest";
import type { Comparison, Target } from "./benchmark.ts";
import { compare, mergeReports, type Report } from "./report.ts";

const rounds = (value: number, count = 15) => Array.from({ length: count }, () => value);

function compareTimes(
  subject: readonly number[],
  base: readonly number[],
  comparison: Partial<Comparison> = {},
  exact?: true,
) {
  const series = [
    { subject: "ours", values: subject },
    { subject: "theirs", values: base },
  ];
  const comparisons = [{ subject: "ours", base: "theirs", ...comparison }];
  const [row] = compare({ figure: "time", unit: "ms", series, comparisons, ...(exact && { exact }) });
  return row;
}

it("uses the median of the rounds' ratios, so that a slow round or a slow machine does not count", () => {
  expect(compareTimes([1, 2, 900], [2, 4, 4])).toMatchObject({ median: 2, baseMedian: 4, ratio: 0.5 });
  expect(compareTimes([1, 1, 10, 10, 10], [2, 2, 20, 20, 20])?.ratio).toBe(0.5);
});

it("compares medians if the subjects have different numbers of rounds", () => {
  expect(compareTimes([10], [4, 5, 90])?.ratio).toBe(2);
});

it.each<[Target, number, boolean]>([
  [{ atMost: 1.05 }, 105, true],
  [{ atMost: 1.05 }, 106, false],
  [{ atLeast: 7 }, 700, true],
  [{ atLeast: 7 }, 699, false],
  [{ below: 1 }, 99, true],
  [{ below: 1 }, 100, false],
])("compares the target %j with the ratio %d / 100: reached is %s", (target, value, reached) => {
  expect(compareTimes([value], [100], { target })?.reached).toBe(reached);
});

it("omits reached if there is no target", () => {
  expect(compareTimes([1], [1], { noiseFloor: true })).not.toHaveProperty("reached");
});

it("marks figures with too few rounds, unless they are exact", () => {
  expect(compareTimes(rounds(1), rounds(1))?.fewRounds).toBe(false);
  expect(compareTimes(rounds(1, 14), rounds(1))?.fewRounds).toBe(true);
  expect(compareTimes(rounds(1), rounds(1, 5))?.fewRounds).toBe(true);
  expect(compareTimes([50], [200])?.fewRounds).toBe(true);
  expect(compareTimes([50], [200], {}, true)?.fewRounds).toBe(false);
});

it("throws if a subject has no values", () => {
  expect(() => compareTimes([1], [1], { base: "another" })).toThrow("time: another has no values");
});

const report = (names: readonly string[], work: string, cpu = "9000"): Report => ({
  machine: { cpu, cores: 2, memory: 1, os: "Linux", node: "v24.0.0" },
  date: "2025-06-01T12:00:00.000Z",
  results: names.map((name) => ({ name, work, measures: [] })),
});

it("keeps earlier results of benchmarks that did not run, in the usual order", () => {
  const earlier = report(["install", "memory", "drain"], "old");
  const { results } = mergeReports(report(["memory"], "new"), earlier, ["drain", "memory", "install"]);
  expect(results.map(({ name, work }) => `${name} ${work}`)).toEqual([
    "drain old",
    "memory new",
    "install old",
  ]);
});

it("refuses to merge results of two machines", () => {
  const earlier = report(["drain"], "old", "8000");
  expect(() => mergeReports(report(["install"], "new"), earlier, [])).toThrow("another machine");
});
