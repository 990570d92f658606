import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** By default the system ends a process that writes more than its limit; a full disk does not. */
const SURVIVE_LIMIT = "--import=data:text/javascript,process.on('SIGXFSZ',()=>{})";

export interface Limits {
  nodeFlags?: readonly string[];
  /** Length that a file may have, in the shell's blocks of 512 or 1024 bytes. */
  blocks?: number;
}

export interface Running {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when the process is gone and what it wrote has been read; standard output is left to the test. */
  ended: Promise<{ code: number | null; err: string }>;
}

/** Starts the built command in a process of its own. */
export function usagewire(
  args: readonly string[],
  env: Record<string, string> = {},
  { nodeFlags = [], blocks }: Limits = {},
): Running {
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
