import { answerQuestions } from "./answer-questions.ts";
import { loadSubject } from "./load-subject.ts";
import { peakMemory } from "./peak-memory.ts";
import { createTally, type Total } from "./tally.ts";

export interface MemoryQuestion {
  readonly task: object;
  /** Records between two forced collections; with `--expose-gc` only. */
  readonly every: number;
}

export interface MemoryOutcome extends Total {
  /** Bytes. The most that was in use after a collection, or, without any, that was resident. */
  readonly peak: number;
}

/** Run as a process of its own, with the path of a subject, for one question. */
const run = await loadSubject(process.argv[2] ?? "");

answerQuestions(async ({ task, every }: MemoryQuestion): Promise<MemoryOutcome> => {
  const tally = createTally();
  const collect = globalThis.gc;
  if (collect === undefined) {
    await run(task, tally.add);
    return { ...tally.total(), peak: peakMemory() };
  }
  let peak = 0;
  let untilSample = every;
  await run(task, (bytes) => {
    tally.add(bytes);
    untilSample -= 1;
    if (untilSample > 0) return;
    untilSample = every;
    collect();
    // Bytes outside the heap are left out: they linger after a collection, whoever reads them.
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  });
  return { ...tally.total(), peak };
});
