import { type ChildProcessByStdio, spawn } from "node:child_process";
import { PassThrough, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Environment, run } from "../../src/index.ts";

export interface CommandResult {
  code: number;
  out: string;
  err: string;
}

export interface RunOptions {
  env?: Environment;
  signal?: AbortSignal;
  /** Makes standard output a terminal with this many characters per line; without it, it is a pipe. */
  columns?: number;
  /** Makes standard error a terminal, which shows progress. */
  progress?: boolean;
}

/** Runs the command line in this process. */
export async function runCommand(args: readonly string[], options: RunOptions = {}): Promise<CommandResult> {
  const { env = {}, signal = new AbortController().signal, columns, progress = false } = options;
  const out = new PassThrough();
  const err = new PassThrough();
  const texts = { out: "", err: "" };
  out.on("data", (chunk) => {
    texts.out += chunk;
  });
  err.on("data", (chunk) => {
    texts.err += chunk;
  });
  const stdout = columns === undefined ? out : Object.assign(out, { isTTY: true, columns });
  const stderr = progress ? Object.assign(err, { isTTY: true, columns: 120 }) : err;
  const code = await run(args, { stdout, stderr, env, signal });
  return { code, ...texts };
}

/** The cursor in a message of the command. */
export const cursorIn = (message: string): string => /--cursor (\S+)/.exec(message)?.[1] ?? "";

/** The records of NDJSON output. */
export const recordsIn = (output: string): unknown[] =>
  output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const BIN = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** By default, the system kills a process that exceeds its file size limit. A full disk does not do that. */
const SURVIVE_LIMIT = "--import=data:text/javascript,process.on('SIGXFSZ',()=>{})";

export interface Limits {
  nodeFlags?: readonly string[];
  /** Maximum length of a file, in the shell's blocks of 512 or 1024 bytes. */
  blocks?: number;
}

export interface SpawnedCommand {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when the process has exited and its standard error is read. The test reads standard output. */
  ended: Promise<{ code: number | null; err: string }>;
}

/** Starts the built command in a process of its own. */
export function spawnCommand(
  args: readonly string[],
  env: Record<string, string> = {},
  { nodeFlags = [], blocks }: Limits = {},
): SpawnedCommand {
  const command = [process.execPath, ...nodeFlags, BIN, ...args];
  const [file = "", ...rest] =
    blocks === undefined ? command : ["sh", "-c", `ulimit -f ${blocks}; exec "$@"`, "sh", ...command];
  const child = spawn(file, rest, {
    env: { PATH: process.env.PATH, ...env, ...(blocks === undefined ? {} : { NODE_OPTIONS: SURVIVE_LIMIT }) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ended = Promise.all([exit, text(child.stderr)]).then(([code, err]) => ({ code, err }));
  return { child, ended };
}
