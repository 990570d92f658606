import { ENOUGH_ROUNDS } from "../sizes.ts";
import { cells, FEW_ROUNDS_NOTE, HEADINGS } from "./cells.ts";
import { compare } from "./compare.ts";
import { replaceSection } from "./replace-section.ts";
import type { Report, Result } from "./report.ts";

/** The page with the parts between its markers written anew. */
export function updateMarkdown(page: string, report: Report): string {
  return replaceSection(
    replaceSection(page, "bench:machine", machineTable(report)),
    "bench:results",
    report.results.map(resultTable).join("\n\n"),
  );
}

function machineTable({ machine, date }: Report): string {
  const memory = `${(machine.memory / 2 ** 30).toFixed(1)} GiB`;
  return table(
    ["processor", "cores", "memory", "system", "Node", "date"],
    [[machine.cpu, String(machine.cores), memory, machine.os, machine.node, date.slice(0, 10)]],
  );
}

function resultTable({ name, work, rounds, measures }: Result): string {
  const rows = measures.flatMap((measure) => compare(measure, rounds));
  const note = rows.some(({ fewRounds }) => fewRounds)
    ? `\n\n${escapeCell(FEW_ROUNDS_NOTE(ENOUGH_ROUNDS))}`
    : "";
  return `### ${name}\n\n${work}.\n\n${table(HEADINGS, rows.map(cells))}${note}`;
}

const table = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  [headings, headings.map(() => "---"), ...rows]
    .map((row) => `| ${row.map(escapeCell).join(" | ")} |`)
    .join("\n");

const escapeCell = (text: string) => text.replace(/[|*]/g, "\\$&");
