/*
 * Measures the clients and the alternatives to them.
 *
 *   node src/main.ts drain memory --rounds 20 --json results.json --markdown ../docs/benchmarks.md
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Argument, InvalidArgumentError, program } from "commander";
import { runBenchmarks } from "./benchmark.ts";
import { codegen } from "./benchmarks/codegen.ts";
import { importing, install } from "./benchmarks/footprint.ts";
import { drain, requests, slowConsumer, smallCalls, windows } from "./benchmarks/http.ts";
import { memory } from "./benchmarks/memory.ts";
import { types } from "./benchmarks/types.ts";
import { workspace } from "./benchmarks/workspace.ts";
import { describeMachine, ENOUGH_ROUNDS, mergeReports, type Report, type Result } from "./report.ts";
import { terminalTable, updateMarkdown } from "./tables.ts";

/** In the order in which they run and are reported. */
const benchmarks = [
  drain,
  memory,
  windows,
  slowConsumer,
  requests,
  smallCalls,
  importing,
  install,
  types,
  codegen,
  workspace,
];
const names = benchmarks.map(({ name }) => name);

interface Options {
  readonly rounds: number;
  readonly minutes?: number;
  readonly json?: string;
  readonly markdown?: string;
}

program
  .name("bench")
  .addArgument(new Argument("[names...]", "benchmarks to run (default: all)").choices(names))
  .option("--rounds <n>", "rounds of each subject, where figures vary", parseRounds, ENOUGH_ROUNDS)
  .option("--minutes <n>", "stop after this time; report the benchmarks that have a round", parseMinutes)
  .option("--json <file>", "write all values; keeps the results of other benchmarks in the file")
  .option("--markdown <file>", "replace the tables between the markers of a page")
  .parse();

const { args } = program;
const { rounds, minutes, json, markdown }: Options = program.opts();
const selected = benchmarks.filter(({ name }) => args.length === 0 || args.includes(name));

const machine = describeMachine();
const results: Result[] = [];
const newReport = (): Report => ({ machine, date: new Date().toISOString(), results });
const report = mergeWithFile();

const limits = minutes === undefined ? { rounds } : { rounds, minutes };
const succeeded = await runBenchmarks(selected, limits, ({ name, work }, measures) => {
  results.push({ name, work, measures });
  // After each benchmark, so that a run that is interrupted keeps its results.
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report(), null, 2)}\n`);
});
console.log(results.length === 0 ? "No benchmark has a complete round." : terminalTable(newReport()));
if (markdown !== undefined) writeFileSync(markdown, updateMarkdown(readFileSync(markdown, "utf8"), report()));
// A missed target does not fail the run: the machine may be the reason.
if (!succeeded) process.exitCode = 1;

/** Returns a function that adds the results of benchmarks that do not run now. Checks the file now, not after an hour. */
function mergeWithFile(): () => Report {
  if (json === undefined || !existsSync(json) || selected.length === benchmarks.length) return newReport;
  try {
    const earlier: Report = JSON.parse(readFileSync(json, "utf8"));
    const merge = () => mergeReports(newReport(), earlier, names);
    merge();
    return merge;
  } catch (error) {
    return program.error(`error: --json ${json}: ${error instanceof Error ? error.message : error}`);
  }
}

function parseRounds(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("must be a whole number, at least 1.");
  return Number(text);
}

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0)) throw new InvalidArgumentError("must be a number greater than 0.");
  return minutes;
}
