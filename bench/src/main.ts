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
import type { Report, Result } from "./report/report.ts";
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

const machine = describeMachine();
const results: Result[] = [];
const ran = (): Report => ({ machine, date: new Date().toISOString(), results });
const report = joinEarlier();

const whole = await runBenchmarks(chosen, rounds, (result) => {
  results.push(result);
  // After each, so that a run that is stopped leaves what it came to.
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report(), null, 2)}\n`);
});
console.log(terminalTable(ran()));
if (markdown !== undefined) writeFileSync(markdown, updateMarkdown(readFileSync(markdown, "utf8"), report()));
// Never for a ratio: what is slow here may be the machine.
if (!whole) process.exitCode = 1;

/** Puts what ran beside what the file holds; refuses a file that cannot go with it now, and not when the hour is over. */
function joinEarlier(): () => Report {
  if (json === undefined || !existsSync(json) || chosen.length === benchmarks.length) return ran;
  try {
    const earlier: Report = JSON.parse(readFileSync(json, "utf8"));
    const join = () => addEarlier(ran(), earlier);
    join();
    return join;
  } catch (error) {
    return program.error(`error: --json ${json}: ${error instanceof Error ? error.message : error}`);
  }
}
