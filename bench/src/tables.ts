import Table from "cli-table3";
import type { Measure, Target } from "./benchmark.ts";
import { type Compared, compare, ENOUGH_ROUNDS, type Report, type Result } from "./report.ts";

const HEADINGS = ["figure", "subject", "median", "base", "base median", "ratio", "target", "reached"];
const FEW_ROUNDS_NOTE = `* measured in fewer than ${ENOUGH_ROUNDS} rounds`;

/** All comparisons as a table for the terminal. */
export function terminalTable({ results }: Report): string {
  const table = new Table({ head: HEADINGS, style: { head: [], border: [], compact: true } });
  let anyFew = false;
  for (const { name, work, measures } of results) {
    table.push([{ content: `${name}: ${work}`, colSpan: HEADINGS.length }]);
    for (const row of measures.flatMap(compare)) {
      table.push(cells(row));
      anyFew ||= row.fewRounds;
    }
  }
  return `${table}${anyFew ? `\n${FEW_ROUNDS_NOTE}` : ""}`;
}

/**
 * Replaces the tables of a Markdown page, which are between `<!-- bench:machine -->`, `<!-- bench:results -->` and their
 * closing markers.
 *
 * @throws Error if the page lacks a marker.
 */
export function updateMarkdown(page: string, report: Report): string {
  return replaceSection(
    replaceSection(page, "bench:machine", machineTable(report)),
    "bench:results",
    report.results.map(resultTable).join("\n\n"),
  );
}

function replaceSection(page: string, name: string, content: string): string {
  const opening = `<!-- ${name} -->`;
  const closing = `<!-- /${name} -->`;
  const start = page.indexOf(opening);
  const end = page.indexOf(closing, start);
  if (start === -1 || end === -1) throw new Error(`the page needs ${opening} followed by ${closing}`);
  return `${page.slice(0, start + opening.length)}\n\n${content}\n\n${page.slice(end)}`;
}

function machineTable({ machine, date }: Report): string {
  const memory = `${(machine.memory / 2 ** 30).toFixed(1)} GiB`;
  return markdownTable(
    ["processor", "cores", "memory", "system", "Node", "date"],
    [[machine.cpu, String(machine.cores), memory, machine.os, machine.node, date.slice(0, 10)]],
  );
}

function resultTable({ name, work, measures }: Result): string {
  const rows = measures.flatMap(compare);
  const note = rows.some(({ fewRounds }) => fewRounds) ? `\n\n${escapeMarkdown(FEW_ROUNDS_NOTE)}` : "";
  return `### ${name}\n\n${work}.\n\n${markdownTable(HEADINGS, rows.map(cells))}${note}`;
}

const markdownTable = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  [headings, headings.map(() => "---"), ...rows]
    .map((row) => `| ${row.map(escapeMarkdown).join(" | ")} |`)
    .join("\n");

const escapeMarkdown = (text: string) => text.replace(/[|*]/g, "\\$&");

/** A comparison in the order of the headings. */
function cells(row: Compared): string[] {
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

function formatValue(value: number, unit: Measure["unit"]): string {
  if (unit === "count") return value.toLocaleString("en", { maximumFractionDigits: 1 });
  if (unit === "ms") return `${threeDigits(value)} ms`;
  if (value >= 1e6) return `${threeDigits(value / 1e6)} MB`;
  return value >= 1e3 ? `${threeDigits(value / 1e3)} KB` : `${value} B`;
}

const threeDigits = (value: number) =>
  value.toLocaleString("en", value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });

const formatRatio = (ratio: number) => (ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(3));

function formatTarget(target: Target): string {
  if ("atMost" in target) return `≤ ${target.atMost}`;
  if ("atLeast" in target) return `≥ ${target.atLeast}`;
  return `< ${target.below}`;
}
