import type { Benchmark, Measure } from "../benchmark.ts";
import { withServer } from "../server/server.ts";
import type { Outcome, Round } from "../subject-process.ts";
import { startSubject } from "../subject-rounds.ts";

/** Each measurement takes a process of its own, so the default number of rounds would take hours. */
const MOST_ROUNDS = 5;
const PAGE_SIZE = 1000;
/** Forced collections during a list, for the live heap. */
const HEAP_SAMPLES = 20;

const SHORT = 50_000;
const LONG = 5_000_000;
/** The length of the list that `list` of Twilio's SDK holds as a whole. */
const HELD = 300_000;

const format = (records: number) => records.toLocaleString("en");
const usagewire = (records: number) => `usagewire, ${format(records)} records`;
const handWritten = (records: number) => `hand-written fetch, ${format(records)} records`;
const list = `twilio list, ${format(HELD)} records`;

const subjects = [
  { subject: handWritten(SHORT), run: "hand-written/drain", records: SHORT },
  { subject: handWritten(LONG), run: "hand-written/drain", records: LONG },
  { subject: usagewire(SHORT), run: "usagewire/drainRecords", records: SHORT },
  { subject: usagewire(LONG), run: "usagewire/drainRecords", records: LONG },
  { subject: usagewire(HELD), run: "usagewire/drainRecords", records: HELD },
  { subject: list, run: "twilio/drainList", records: HELD },
];

const comparisons: Measure["comparisons"] = [
  // The growth of the runtime itself, in a loop that keeps nothing.
  { subject: handWritten(LONG), base: handWritten(SHORT) },
  { subject: usagewire(LONG), base: usagewire(SHORT), target: { atMost: 1.1 } },
  { subject: usagewire(LONG), base: handWritten(LONG) },
  { subject: usagewire(HELD), base: list, target: { below: 0.5 } },
];

export const memory: Benchmark = {
  name: "memory",
  work:
    `Super SIM records in pages of ${format(PAGE_SIZE)}; ` +
    `at most ${MOST_ROUNDS} rounds, since each measurement takes a process of its own`,
  async run({ rounds, signal }) {
    const complete: { readonly resident: number; readonly heap: number }[][] = [];
    try {
      while (complete.length < Math.min(rounds, MOST_ROUNDS)) {
        const peaks: { readonly resident: number; readonly heap: number }[] = [];
        for (const { run, records } of subjects) {
          await withServer({ records }, async ({ origin }) => {
            const task = { origin, pageSize: PAGE_SIZE };
            peaks.push({
              resident: await measureMemory({ run, task, records, signal }),
              heap: await measureMemory({ run, task, records, signal, heapSamples: HEAP_SAMPLES }),
            });
          });
        }
        complete.push(peaks);
      }
    } catch (error) {
      if (!signal.aborted || complete.length === 0) throw error;
    }
    const series = (kind: "resident" | "heap") =>
      subjects.map(({ subject }, index) => ({
        subject,
        values: complete.flatMap((peaks) => peaks[index]?.[kind] ?? []),
      }));
    return [
      { figure: "peak memory", unit: "bytes", series: series("resident"), comparisons },
      { figure: "peak of live heap", unit: "bytes", series: series("heap"), comparisons },
    ];
  },
};

export interface MemoryRun {
  /** The subject, as `module/export`. */
  readonly run: string;
  readonly task: object;
  /** The number of records that the subject must read. */
  readonly records: number;
  /** Forced collections during the run, to measure the live heap. Default: none, to measure resident memory. */
  readonly heapSamples?: number;
  readonly signal?: AbortSignal;
}

/** Returns the peak in bytes, of a process that does nothing else. */
export async function measureMemory({ run, task, records, heapSamples, signal }: MemoryRun): Promise<number> {
  const child = startSubject(run, signal, { gc: heapSamples !== undefined });
  try {
    const round: Round = {
      task,
      ...(heapSamples !== undefined && { heapSampleEvery: Math.floor(records / heapSamples) }),
    };
    const { count, peakResident, peakHeap } = await child.request<Outcome>(round);
    if (count !== records) throw new Error(`${run} read ${count} records instead of ${records}`);
    return heapSamples === undefined ? peakResident : peakHeap;
  } finally {
    await child.stop();
  }
}
