import { checkAlike } from "./check-alike.ts";
import { startProcess } from "./start-process.ts";
import type { Outcome } from "./subject-host.ts";

export interface Contestant {
  /** As the report names it. */
  readonly subject: string;
  /** In `subjects/`. */
  readonly path: string;
  /** What its module's `run` takes. */
  readonly task: object;
}

/** All rounds of a contestant. */
export interface Rounds {
  readonly subject: string;
  readonly outcomes: readonly Outcome[];
}

export interface AlternateOptions {
  readonly rounds: number;
  /** A round before the others that does not count. Default: true. */
  readonly warmUp?: boolean;
}

/**
 * Lets contestants do their tasks in turn, each in a process of its own; who begins changes from round to round.
 *
 * @throws Error when two of them did not come to the same records in the same order.
 */
export async function alternate(
  contestants: readonly Contestant[],
  { rounds, warmUp = true }: AlternateOptions,
): Promise<Rounds[]> {
  const file = new URL("subject-host.ts", import.meta.url);
  const entries = contestants.map(({ subject, path, task }) => ({
    subject,
    task,
    process: startProcess(file, { arguments: [path], nodeOptions: ["--expose-gc"] }),
    outcomes: [] as Outcome[],
  }));
  try {
    if (warmUp) {
      for (const { process, task } of entries) await process.ask(task);
    }
    for (let round = 0; round < rounds; round += 1) {
      const first = round % entries.length;
      for (const entry of [...entries.slice(first), ...entries.slice(0, first)]) {
        entry.outcomes.push(await entry.process.ask<Outcome>(entry.task));
      }
    }
  } finally {
    await Promise.all(entries.map(({ process }) => process.stop()));
  }
  checkAlike(entries.flatMap(({ subject, outcomes }) => outcomes.map((total) => ({ subject, total }))));
  return entries.map(({ subject, outcomes }) => ({ subject, outcomes }));
}
