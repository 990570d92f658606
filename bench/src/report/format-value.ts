import type { Measure } from "../benchmark.ts";

/** A median as a table shows it. */
export function formatValue(value: number, unit: Measure["unit"]): string {
  if (unit === "count") return value.toLocaleString("en", { maximumFractionDigits: 1 });
  if (unit === "ms") return `${threeDigits(value)} ms`;
  if (value >= 1e6) return `${threeDigits(value / 1e6)} MB`;
  return value >= 1e3 ? `${threeDigits(value / 1e3)} KB` : `${value} B`;
}

const threeDigits = (value: number) =>
  value.toLocaleString("en", value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });
