import Table from "cli-table3";
import { ENOUGH_ROUNDS } from "../sizes.ts";
import { cells, FEW_ROUNDS_NOTE, HEADINGS } from "./cells.ts";
import { compare } from "./compare.ts";
import type { Report } from "./report.ts";

/** All comparisons, those of one work below its words. */
export function terminalTable({ results }: Report): string {
  const table = new Table({ head: HEADINGS, style: { head: [], border: [], compact: true } });
  let anyFew = false;
  for (const { name, work, rounds, measures } of results) {
    table.push([{ content: `${name}: ${work}`, colSpan: HEADINGS.length }]);
    for (const row of measures.flatMap((measure) => compare(measure, rounds))) {
      table.push(cells(row));
      anyFew ||= row.fewRounds;
    }
  }
  return `${table}${anyFew ? `\n${FEW_ROUNDS_NOTE(ENOUGH_ROUNDS)}` : ""}`;
}
