import { binOf } from "./bin-of.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";

const tsc = binOf("typescript", "tsc");

/** Type-checks the project of a config as a user's command line does; rejects when a type is wrong. */
export const typeCheck = (config: string, folder: string): Promise<ProcessRun> =>
  runProcess(process.execPath, [tsc, "--project", config, "--extendedDiagnostics"], folder);

/** A figure of TypeScript's diagnostics, `Instantiations` for instance. */
export function diagnostic(output: string, name: string): number {
  const line = output.split("\n").find((candidate) => candidate.startsWith(`${name}:`));
  if (line === undefined) throw new Error(`the compiler tells no ${name}`);
  return Number.parseFloat(line.slice(name.length + 1));
}
