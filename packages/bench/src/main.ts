/*
 * Measures the clients beside what users would pick instead.
 *
 *   node src/main.ts drain memory --rounds 20 --json results.json --markdown ../../docs/benchmarks.md
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Argument, InvalidArgumentError, program } from "commander";
import { addEarlier } from "./report/add-earlier.ts";
import { describeMachine } from "./report/machine.ts";
import { updateMarkdown } from "./report/markdown.ts";
import type { Report } from "./report/report.ts";
import { terminalTable } from "./report/terminal-table.ts";
import { benchmarks } from "./rows/index.ts";
import { runBenchmarks } from "./run-benchmarks.ts";
import { ENOUGH_ROUNDS } from "./sizes.ts";

interface Options {
  readonly rounds: number;
  readonly json?: string;
  readonly markdown?: string;
}

function parseRounds(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("give a whole number from 1.");
  return Number(text);
}

program
  .name("bench")
  .addArgument(
    new Argument("[names...]", "which benchmarks to run; all when left out").choices(
      benchmarks.map(({ name }) => name),
    ),
  )
  .option("--rounds <n>", "of each subject, where figures vary", parseRounds, ENOUGH_ROUNDS)
  .option("--json <file>", "write all values there, beside those of other benchmarks that it holds")
  .option("--markdown <file>", "rewrite the tables between the markers in this page")
  .parse();

const { args } = program;
const { rounds, json, markdown }: Options = program.opts();
const chosen = benchmarks.filter(({ name }) => args.length === 0 || args.includes(name));
const { results, broken } = await runBenchmarks(chosen, rounds);

const ran: Report = { machine: describeMachine(), date: new Date().toISOString(), results };
console.log(terminalTable(ran));
const report =
  json !== undefined && existsSync(json) ? addEarlier(ran, JSON.parse(readFileSync(json, "utf8"))) : ran;
if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
if (markdown !== undefined) writeFileSync(markdown, updateMarkdown(readFileSync(markdown, "utf8"), report));
// Never for a ratio: what is slow here may be the machine.
if (broken) process.exitCode = 1;
