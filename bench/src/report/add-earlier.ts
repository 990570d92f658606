import { isDeepStrictEqual } from "node:util";
import { benchmarks } from "../rows/index.ts";
import type { Report } from "./report.ts";

/**
 * A report with the results of an earlier one for the benchmarks that did not run again, in their usual order, so that the
 * whole, which takes an hour, can be measured in parts.
 *
 * @throws Error when the earlier one is of another machine.
 */
export function addEarlier(report: Report, earlier: Report): Report {
  if (!isDeepStrictEqual(report.machine, earlier.machine)) {
    throw new Error("the earlier results are of another machine, whose figures do not belong beside these");
  }
  const all = new Map([...earlier.results, ...report.results].map((result) => [result.name, result]));
  return { ...report, results: benchmarks.flatMap(({ name }) => all.get(name) ?? []) };
}
