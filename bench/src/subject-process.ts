/*
 * The program that runs one subject, named on its command line. Each request is a round.
 */
import { readFileSync } from "node:fs";
import { handleRequests } from "./child-process.ts";
import { loadSubject } from "./subjects/subject.ts";

export interface Round {
  readonly task: object;
  /** Records between two forced collections. Requires `--expose-gc`. Default: none are forced during the round. */
  readonly heapSampleEvery?: number;
}

/** The records that a subject read. Equal only if the same records came in the same order. */
export interface RecordSummary {
  readonly count: number;
  readonly checksum: number;
}

export interface Outcome extends RecordSummary {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of this process in user and system mode, in all its threads. */
  readonly cpu: number;
  /** The most memory, in bytes, that this process has had resident so far. */
  readonly peakResident: number;
  /** The most heap, in bytes, in use after a forced collection; 0 if none was forced. */
  readonly peakHeap: number;
}

/** Summarizes records by one number of each, cheaply enough not to affect the figures. */
export function createRecordSummary() {
  let count = 0;
  let checksum = 0;
  return {
    add(bytes: number): void {
      count += 1;
      checksum = (Math.imul(checksum, 31) + bytes) | 0;
    },
    read: (): RecordSummary => ({ count, checksum }),
  };
}

if (import.meta.main) {
  const subject = await loadSubject(process.argv[2] ?? "");

  handleRequests(async ({ task, heapSampleEvery }: Round): Promise<Outcome> => {
    const summary = createRecordSummary();
    const heap = heapSampleEvery === undefined ? undefined : sampleHeap(summary.add, heapSampleEvery);
    // Collect the garbage of the round before, outside the clock.
    globalThis.gc?.();
    const cpuBefore = process.cpuUsage();
    const start = performance.now();
    await subject(task, heap?.add ?? summary.add);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      ...summary.read(),
      wall,
      cpu: (user + system) / 1000,
      peakResident: peakResident(),
      peakHeap: heap?.peak() ?? 0,
    };
  });
}

function sampleHeap(add: (bytes: number) => void, every: number) {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("heapSampleEvery requires node --expose-gc");
  let peak = 0;
  let untilSample = every;
  return {
    add(bytes: number): void {
      add(bytes);
      untilSample -= 1;
      if (untilSample > 0) return;
      untilSample = every;
      collect();
      // Off-heap buffers are left out: they survive a collection whatever the subject does.
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    },
    peak: () => peak,
  };
}

/** On Linux, `maxRSS` starts at the figure of the parent process, so this reads `VmHWM` there. */
function peakResident(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kibibytes) * 1024;
}
