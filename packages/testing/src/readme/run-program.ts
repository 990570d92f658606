import { execFile } from "node:child_process";

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  /** -1 when it was ended by a signal. */
  readonly exitCode: number;
}

export interface ProgramOptions {
  readonly cwd: string;
  /** All that the program sees beside `PATH` and `HOME`: no credential of whoever runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. Default 30 s. */
  readonly timeout?: number;
}

/** Runs Node on a file until it ends. */
export function runProgram(
  args: readonly string[],
  { cwd, env, timeout = 30_000 }: ProgramOptions,
): Promise<ProgramResult> {
  const { PATH = "", HOME = "" } = process.env;
  const options = { cwd, timeout, env: { PATH, HOME, NO_COLOR: "1", ...env } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) =>
      resolve({ stdout, stderr, exitCode: child.exitCode ?? -1 }),
    );
  });
}
