import { execFile } from "node:child_process";

export interface ProcessRun {
  readonly stdout: string;
  /** From its start to its end, as its user waits for it. */
  readonly ms: number;
}

/** Runs a program to its end; rejects with the end of what it said when it fails. */
export function runProcess(file: string, args: readonly string[], cwd: string): Promise<ProcessRun> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve({ stdout, ms: performance.now() - began });
      const said = `${stdout}${stderr}`.slice(-2000);
      reject(new Error(`${file} ${args.join(" ")} ended with ${error.code ?? error.signal}:\n${said}`));
    });
  });
}
