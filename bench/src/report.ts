import { cpus, release, totalmem, type } from "node:os";
import { isDeepStrictEqual } from "node:util";
import { median } from "simple-statistics";
import type { Benchmark, Comparison, Measure, Target } from "./benchmark.ts";

/** The default number of rounds. With fewer, the report marks a figure that varies. */
export const ENOUGH_ROUNDS = 15;

/** The results of one run, or of several on the same machine. The JSON file holds this. */
export interface Report {
  readonly machine: Machine;
  /** ISO 8601, the end of the run. */
  readonly date: string;
  readonly results: readonly Result[];
}

export interface Result extends Pick<Benchmark, "name" | "work"> {
  readonly measures: readonly Measure[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly os: string;
  readonly node: string;
}

export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    memory: totalmem(),
    os: `${type()} ${release()} ${process.arch}`,
    node: process.version,
  };
}

/**
 * Adds the results of an earlier report, in the order of `names`, so that a full run can be measured in parts. Where both have
 * a result, the new one counts.
 *
 * @throws Error if the earlier report is from another machine.
 */
export function mergeReports(report: Report, earlier: Report, names: readonly string[]): Report {
  if (!isDeepStrictEqual(report.machine, earlier.machine)) {
    throw new Error("holds results from another machine; use another file or delete it");
  }
  const all = new Map([...earlier.results, ...report.results].map((result) => [result.name, result]));
  return { ...report, results: names.flatMap((name) => all.get(name) ?? []) };
}

/** A comparison with its figures. */
export interface Compared extends Comparison {
  readonly figure: string;
  readonly unit: Measure["unit"];
  readonly median: number;
  readonly baseMedian: number;
  readonly ratio: number;
  /** Absent if there is no target. */
  readonly reached?: boolean;
  /** The figure varies and has fewer than {@link ENOUGH_ROUNDS} rounds. */
  readonly fewRounds: boolean;
}

/**
 * Computes the ratios of a measure. Each is the median of the ratios of the rounds, so that a slowdown of the machine affects
 * both sides.
 *
 * @throws Error if a subject has no values.
 */
export function compare(measure: Measure): Compared[] {
  const valuesOf = (name: string): readonly number[] => {
    const values = measure.series.find(({ subject }) => subject === name)?.values ?? [];
    if (values.length === 0) throw new Error(`${measure.figure}: ${name} has no values`);
    return values;
  };
  const isFew = ({ length }: readonly number[]) => !measure.exact && length < ENOUGH_ROUNDS;

  return measure.comparisons.map((comparison) => {
    const values = valuesOf(comparison.subject);
    const baseValues = valuesOf(comparison.base);
    const ratio = median(ratios(values, baseValues));
    return {
      ...comparison,
      figure: measure.figure,
      unit: measure.unit,
      median: median([...values]),
      baseMedian: median([...baseValues]),
      ratio,
      ...(comparison.target && { reached: isReached(ratio, comparison.target) }),
      fewRounds: isFew(values) || isFew(baseValues),
    };
  });
}

/** One ratio per round; if the sides have different numbers of rounds, the ratio of their medians. */
function ratios(values: readonly number[], baseValues: readonly number[]): number[] {
  if (values.length !== baseValues.length) return [median([...values]) / median([...baseValues])];
  return values.map((value, round) => value / (baseValues[round] ?? Number.NaN));
}

function isReached(ratio: number, target: Target): boolean {
  if ("atMost" in target) return ratio <= target.atMost;
  if ("atLeast" in target) return ratio >= target.atLeast;
  return ratio < target.below;
}
