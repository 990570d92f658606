import type { MemoryOutcome, MemoryQuestion } from "../processes/memory-host.ts";
import { startProcess } from "../processes/start-process.ts";

export interface MemoryRun {
  /** Of the module in `subjects/`. */
  readonly path: string;
  readonly task: object;
  /** That it must come to. */
  readonly records: number;
  /** Forced collections on the way; none: what was resident is measured, as the process runs by itself. */
  readonly samples?: number;
}

/** The peak in bytes, of a process that does nothing else. */
export async function measureMemory({ path, task, records, samples }: MemoryRun): Promise<number> {
  const host = startProcess(new URL("../processes/memory-host.ts", import.meta.url), {
    arguments: [path],
    nodeOptions: samples === undefined ? [] : ["--expose-gc"],
  });
  try {
    const question: MemoryQuestion = { task, every: Math.floor(records / (samples ?? 1)) };
    const { count, peak } = await host.ask<MemoryOutcome>(question);
    if (count !== records) throw new Error(`${path} came to ${count} records, not ${records}`);
    return peak;
  } finally {
    await host.stop();
  }
}
