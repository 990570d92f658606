import { PassThrough } from "node:stream";
import { type Environment, run } from "../../src/index.ts";

export interface Captured {
  code: number;
  out: string;
  err: string;
}

export interface CaptureOptions {
  env?: Environment;
  signal?: AbortSignal;
  /** Characters per line of the terminal that standard output is; none: it is a pipe. */
  columns?: number;
  /** Whether standard error is a terminal. */
  progress?: boolean;
}

/** Runs the command line in this process and keeps what it wrote. */
export async function capture(args: readonly string[], options: CaptureOptions = {}): Promise<Captured> {
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
