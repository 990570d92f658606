import { type ParsedCommand, parseCommandLine } from "./command-line.ts";
import { EXIT, report } from "./errors.ts";
import type { Host } from "./host.ts";
import { runPull } from "./pull.ts";
import { runPullAll } from "./pull-all.ts";

/**
 * Runs the command line in this process. Writes errors to `host.stderr` and never rejects.
 *
 * @param args the arguments without the program's name, such as `["pull", "--all", "--emulator"]`
 * @param host the streams, the environment variables and the signal to use
 * @returns the exit code: 0 for success, 1 if the provider, the connection or the output failed, 2 for invalid
 * arguments or missing credentials, 130 or 143 if interrupted
 *
 * @example
 * ```ts
 * import process from "node:process";
 * import { run } from "@usagewire/cli";
 *
 * const { stdout, stderr, env } = process;
 * const { signal } = new AbortController();
 * process.exitCode = await run(["pull", "--all", "--emulator"], { stdout, stderr, env, signal });
 * ```
 */
export async function run(args: readonly string[], host: Host): Promise<number> {
  try {
    const command = parseCommandLine(args, host);
    return command === undefined ? EXIT.done : await execute(command, host);
  } catch (error) {
    return report(error, host);
  }
}

const execute = (command: ParsedCommand, host: Host): Promise<number> =>
  command.kind === "pull" ? runPull(command, host) : runPullAll(command, host);
