import { answerQuestions } from "./answer-questions.ts";
import { loadSubject } from "./load-subject.ts";
import { createTally, type Total } from "./tally.ts";

/** One round. */
export interface Outcome extends Total {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of this process, in user and system mode, in all its threads. */
  readonly cpu: number;
}

/** Run as a process of its own, with the path of a subject; each question is the task of a round. */
const run = await loadSubject(process.argv[2] ?? "");

answerQuestions(async (task: unknown): Promise<Outcome> => {
  const tally = createTally();
  // No round pays for the garbage of the one before.
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await run(task, tally.add);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ...tally.total(), wall, cpu: (user + system) / 1000 };
});
