import type { Comparison, Measure } from "../benchmark.ts";
import type { Rounds } from "../processes/alternate.ts";

/** Milliseconds of contestants that took turns; `kind` tells those passed from those that the processor worked. */
export function measureRounds(
  kind: "wall" | "cpu",
  rounds: readonly Rounds[],
  comparisons: readonly Comparison[],
  figure = kind === "wall" ? "time" : "CPU",
): Measure {
  const series = rounds.map(({ subject, outcomes }) => ({
    subject,
    values: outcomes.map((outcome) => outcome[kind]),
  }));
  return { figure, unit: "ms", series, comparisons };
}
