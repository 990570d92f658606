import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "@usagewire/tests/footprint";
import type { Series } from "./benchmark.ts";

export interface CommandResult {
  readonly stdout: string;
  /** Milliseconds from start to exit. */
  readonly ms: number;
}

export interface CommandOptions {
  readonly cwd: string;
  /** Variables added to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the program with SIGTERM. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a program until it exits.
 *
 * @throws Error with the end of the program's output if it fails.
 */
export function runCommand(
  file: string,
  args: readonly string[],
  { env, ...options }: CommandOptions,
): Promise<CommandResult> {
  const start = performance.now();
  const execOptions = { ...options, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(file, args, execOptions, (error, stdout, stderr) => {
      if (error === null) return resolve({ stdout, ms: performance.now() - start });
      const output = `${stdout}${stderr}`.slice(-2000);
      reject(new Error(`${file} ${args.join(" ")} failed (${error.code ?? error.signal}):\n${output}`));
    });
  });
}

/** The script of a package's command, to run with the Node that runs the others. */
export function binOf(name: string, command: string): string {
  const folder = folderOf(name, import.meta.dirname);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = typeof bin === "string" ? bin : bin?.[command];
  if (typeof path !== "string") throw new Error(`${name} has no command ${command}`);
  return join(folder, path);
}

export interface TimedSubject {
  readonly subject: string;
  /** Measures one round. */
  measure(): Promise<number>;
}

/**
 * Measures subjects one after another, one round each, so that the machine's other work affects all of them. Every other round
 * runs in reverse, so that the same subject does not always follow a heavy one. The first round warms the disk cache and
 * does not count.
 *
 * @throws the signal's reason if it aborts before the first round that counts is complete.
 */
export async function measureInTurn(
  subjects: readonly TimedSubject[],
  rounds: number,
  signal?: AbortSignal,
): Promise<Series[]> {
  const complete: (readonly number[])[] = [];
  const order = subjects.map((_, index) => index);
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const values: number[] = [];
      for (const index of round % 2 === 0 ? order : [...order].reverse()) {
        signal?.throwIfAborted();
        const value = await subjects[index]?.measure();
        if (value !== undefined) values[index] = value;
      }
      if (round > 0) complete.push(values);
    }
  } catch (error) {
    if (!signal?.aborted || complete.length === 0) throw error;
  }
  return subjects.map(({ subject }, index) => ({
    subject,
    values: complete.flatMap((values) => values[index] ?? []),
  }));
}
