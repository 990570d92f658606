import type { Job } from "./command-line/job.ts";
import { parseCommandLine } from "./command-line/parse-command-line.ts";
import { report } from "./errors/report.ts";
import { EXIT } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import { runPull } from "./pull/run-pull.ts";
import { runPullAll } from "./pull-all/run-pull-all.ts";

/**
 * The command line, as a function: does what the arguments ask for, says on standard error what went wrong, and
 * resolves with the exit code. Never rejects.
 *
 * @param args without those that started the program
 */
export async function run(args: readonly string[], host: Host): Promise<number> {
  try {
    const job = parseCommandLine(args, host);
    return job === undefined ? EXIT.done : await execute(job, host);
  } catch (error) {
    return report(error, host);
  }
}

const execute = (job: Job, host: Host): Promise<number> =>
  job.kind === "pull" ? runPull(job, host) : runPullAll(job, host);
