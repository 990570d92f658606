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
  /**
   * After so many, a contestant goes on in a new process: how fast a loop is depends on when its engine happened to collect
   * garbage, and a process keeps to what it came to. Default: all rounds in one.
   */
  readonly roundsPerProcess?: number;
  /** A round of each process before the others that does not count. Default: true. */
  readonly warmUp?: boolean;
}

/**
 * Lets contestants do their tasks in turn, each in a process of its own; who begins changes from round to round.
 *
 * @throws Error when two of them did not come to the same records in the same order.
 */
export async function alternate(
  contestants: readonly Contestant[],
  { rounds, roundsPerProcess = rounds, warmUp = true }: AlternateOptions,
): Promise<Rounds[]> {
  const entries = contestants.map((contestant) => ({ ...contestant, outcomes: [] as Outcome[] }));
  for (let round = 0; round < rounds; round += roundsPerProcess) {
    const processes = entries.map(({ path, task, outcomes }) => ({
      task,
      outcomes,
      process: startSubject(path),
    }));
    try {
      if (warmUp) {
        for (const { process, task } of processes) await process.ask(task);
      }
      for (let next = round; next < Math.min(rounds, round + roundsPerProcess); next += 1) {
        const first = next % processes.length;
        for (const { process, task, outcomes } of [...processes.slice(first), ...processes.slice(0, first)]) {
          outcomes.push(await process.ask<Outcome>(task));
        }
      }
    } finally {
      await Promise.all(processes.map(({ process }) => process.stop()));
    }
  }
  checkAlike(entries.flatMap(({ subject, outcomes }) => outcomes.map((total) => ({ subject, total }))));
  return entries.map(({ subject, outcomes }) => ({ subject, outcomes }));
}

const startSubject = (path: string) =>
  startProcess(new URL("subject-host.ts", import.meta.url), {
    arguments: [path],
    nodeOptions: ["--expose-gc"],
  });
