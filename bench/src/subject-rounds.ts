import type { Comparison, Measure } from "./benchmark.ts";
import { type Child, startChild } from "./child-process.ts";
import type { Outcome, RecordSummary, Round } from "./subject-process.ts";

export interface SubjectRun {
  /** The name in the report. */
  readonly subject: string;
  /** The function to run, as `module/export` in `subjects/`. */
  readonly run: string;
  /** The function's first argument. */
  readonly task: object;
}

export interface SubjectRounds {
  readonly subject: string;
  readonly outcomes: readonly Outcome[];
}

export interface SubjectRoundsOptions {
  readonly rounds: number;
  /**
   * Rounds before a new process takes over: when the engine happens to collect garbage makes the same code faster in one
   * process than in another. Default: all rounds in one process.
   */
  readonly roundsPerProcess?: number;
  /** Whether each process runs one round first that does not count. Default: true. */
  readonly warmUp?: boolean;
  /** Ends the rounds early; the complete ones count. */
  readonly signal?: AbortSignal;
}

/**
 * Runs subjects, each in its own process, one round each in turn. Each round starts with another subject.
 *
 * @throws Error if two subjects read different records, and the signal's reason if it aborts in the first round.
 */
export async function runSubjects(
  subjects: readonly SubjectRun[],
  { rounds, roundsPerProcess = rounds, warmUp = true, signal }: SubjectRoundsOptions,
): Promise<SubjectRounds[]> {
  const complete: (readonly Outcome[])[] = [];
  const runRounds = async (count: number) => {
    const started: { readonly child: Child; readonly task: object }[] = [];
    try {
      for (const { run, task } of subjects) started.push({ child: startSubject(run, signal), task });
      if (warmUp) {
        for (const { child, task } of started) await child.request({ task } satisfies Round);
      }
      for (let round = 0; round < count; round += 1) {
        const outcomes: Outcome[] = [];
        for (let turn = 0; turn < started.length; turn += 1) {
          const index = (complete.length + turn) % started.length;
          const entry = started[index];
          if (entry)
            outcomes[index] = await entry.child.request<Outcome>({ task: entry.task } satisfies Round);
        }
        complete.push(outcomes);
      }
    } finally {
      await Promise.all(started.map(({ child }) => child.stop()));
    }
  };

  try {
    while (complete.length < rounds) await runRounds(Math.min(roundsPerProcess, rounds - complete.length));
  } catch (error) {
    if (!signal?.aborted || complete.length === 0) throw error;
  }
  const results = subjects.map(({ subject }, index) => ({
    subject,
    outcomes: complete.flatMap((outcomes) => outcomes[index] ?? []),
  }));
  checkSameRecords(results);
  return results;
}

/** Starts a subject, with `--expose-gc` unless `gc` is false. */
export const startSubject = (run: string, signal?: AbortSignal, { gc = true } = {}): Child =>
  startChild(new URL("subject-process.ts", import.meta.url), {
    arguments: [run],
    nodeOptions: gc ? ["--expose-gc"] : [],
    ...(signal && { signal }),
  });

/** @throws Error if the rounds did not all read the same records in the same order. */
export function checkSameRecords(results: readonly SubjectRounds[]): void {
  const describe = ({ count, checksum }: RecordSummary) => `${count} records with checksum ${checksum}`;
  const all = results.flatMap(({ subject, outcomes }) =>
    outcomes.map((outcome) => ({ subject, records: describe(outcome) })),
  );
  const [first] = all;
  const other = all.find(({ records }) => records !== first?.records);
  if (first && other) {
    throw new Error(`${first.subject} read ${first.records}, but ${other.subject} read ${other.records}`);
  }
}

/** A measure of milliseconds: `wall` is elapsed time, `cpu` processor time. */
export function timeMeasure(
  kind: "wall" | "cpu",
  rounds: readonly SubjectRounds[],
  comparisons: readonly Comparison[],
  figure = kind === "wall" ? "time" : "CPU",
): Measure {
  const series = rounds.map(({ subject, outcomes }) => ({
    subject,
    values: outcomes.map((outcome) => outcome[kind]),
  }));
  return { figure, unit: "ms", series, comparisons };
}
