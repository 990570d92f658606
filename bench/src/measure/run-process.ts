import { execFile } from "node:child_process";

export interface ProcessRun {
  readonly stdout: string;
  /** From its start to its end, as its user waits for it. */
  readonly ms: number;
}

/** Runs a program to its end; rejects with the end of what it said when it fails. `env` adds to our own. */
export function runProcess(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessRun> {
  const began = performance.now();
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ stdout, ms: performance.now() - began });
      const said = `${stdout}${stderr}`.slice(-2000);
      reject(new Error(`${file} ${args.join(" ")} ended with ${error.code ?? error.signal}:\n${said}`));
    });
  });
}
