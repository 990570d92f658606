import type { Target } from "../benchmark.ts";
import type { Compared } from "./compare.ts";
import { formatValue } from "./format-value.ts";

export const HEADINGS = ["figure", "subject", "median", "over", "its median", "ratio", "target", "reached"];

/** What the mark behind a ratio means. */
export const FEW_ROUNDS_NOTE = (enough: number) => `* measured in fewer than ${enough} rounds`;

/** A comparison as both tables show it, in the order of the headings. */
export function cells(row: Compared): string[] {
  return [
    row.figure,
    row.subject,
    formatValue(row.median, row.unit),
    row.base,
    formatValue(row.baseMedian, row.unit),
    `${formatRatio(row.ratio)}${row.fewRounds ? " *" : ""}`,
    row.noiseFloor ? "noise floor" : row.target ? formatTarget(row.target) : "",
    row.reached === undefined ? "" : row.reached ? "yes" : "no",
  ];
}

const formatRatio = (ratio: number) => (ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(3));

function formatTarget(target: Target): string {
  if ("atMost" in target) return `≤ ${target.atMost}`;
  if ("atLeast" in target) return `≥ ${target.atLeast}`;
  return `< ${target.below}`;
}
