import { median } from "simple-statistics";
import type { Comparison, Measure, Target } from "../benchmark.ts";
import { ENOUGH_ROUNDS } from "../sizes.ts";

/** A comparison with its numbers. */
export interface Compared extends Comparison {
  readonly figure: string;
  readonly unit: Measure["unit"];
  readonly median: number;
  readonly baseMedian: number;
  readonly ratio: number;
  /** Absent without a target. */
  readonly reached?: boolean;
  /** One of the two was measured, and too seldom to lean on. */
  readonly fewRounds: boolean;
}

/**
 * The ratios of a measure: of each round's two values, and the median of those, so that what slows the machine for a while
 * slows both. @throws Error when a subject has no values.
 */
export function compare(measure: Measure, roundsAsked: number): Compared[] {
  const valuesOf = (name: string): readonly number[] => {
    const values = measure.series.find(({ subject }) => subject === name)?.values ?? [];
    if (values.length === 0) throw new Error(`${measure.figure}: no values of ${name}`);
    return values;
  };
  // A single value, though more were asked for, is exact.
  const few = ({ length }: readonly number[]) => length < ENOUGH_ROUNDS && (length > 1 || roundsAsked === 1);

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
      fewRounds: few(values) || few(baseValues),
    };
  });
}

/** Round by round; a side with fewer rounds, as an exact value, stands by its median. */
function ratios(values: readonly number[], baseValues: readonly number[]): number[] {
  if (values.length !== baseValues.length) return [median([...values]) / median([...baseValues])];
  return values.map((value, round) => value / (baseValues[round] ?? Number.NaN));
}

function isReached(ratio: number, target: Target): boolean {
  if ("atMost" in target) return ratio <= target.atMost;
  if ("atLeast" in target) return ratio >= target.atLeast;
  return ratio < target.below;
}
