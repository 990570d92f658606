/*
 * A program that pulls lists, many at a time, from an emulator with faults, and prints a report. The test runs it as a process
 * of its own, to see what the program leaves behind.
 */
import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Emulator } from "@usagewire/emulator";
import { type Addresses, createLists } from "./lists.ts";
import { createRandom, type PullCounts, pull } from "./pull.ts";

/** The program's argument, as JSON. */
export interface SoakTask {
  readonly seed: string;
  readonly seconds: number;
  /** The program runs longer than `seconds` if it takes longer to finish so many pulls. */
  readonly minPulls: number;
  readonly credentials: Emulator["credentials"];
  /** An emulator without faults, for the expected records. */
  readonly healthy: Addresses;
  /** The same emulator with faults. */
  readonly faulty: Addresses;
}

/** The program's output, as JSON. */
export interface SoakReport extends PullCounts {
  readonly pulls: number;
  readonly records: number;
  readonly requests: number;
  /** Pulls with wrong records or an unexpected error, the first few of them. */
  readonly problems: readonly string[];
  /** Listeners left on the signal that all pulls shared. */
  readonly listeners: number;
  /** Sockets and timers left at the end. */
  readonly resources: readonly string[];
  /** Bytes of heap in use at the end, minus those after the first third. */
  readonly heapGrowth: number;
}

const CLIENTS = 4;
const CONCURRENCY = 24;
/** Milliseconds for the platform to close idle connections. */
const MAX_CLOSING = 10_000;

const task: SoakTask = JSON.parse(process.argv[2] ?? "");
const { signal } = new AbortController();
const counts = { pulls: 0, records: 0, requests: 0, failures: 0, resumes: 0 };
const problems: string[] = [];

const options = {
  retry: { minDelay: 1, maxDelay: 10 },
  timeout: { attempt: 500 },
  maxConcurrency: 10,
  hooks: {
    attempt: () => {
      counts.requests += 1;
    },
  },
};
const clients = Array.from({ length: CLIENTS }, () => createLists(task.credentials, task.faulty, options));
const allRecords: unknown[][] = [];
for (const list of createLists(task.credentials, task.healthy, { retry: false })) {
  allRecords.push(await list({ pageSize: 1000, concurrency: 1 }, {}).toArray());
}

/** Pulls one list after another until the time is up and all pullers together have finished `minPulls`. */
async function runPuller(name: string, until: number, minPulls: number): Promise<void> {
  const random = createRandom(`${task.seed}/${name}`);
  while ((performance.now() < until || counts.pulls < minPulls) && problems.length < 5) {
    const lists = random.pick(clients);
    const list = random.pick(lists);
    const index = lists.indexOf(list);
    try {
      const { records, limit } = await pull(list, random, signal, counts);
      counts.pulls += 1;
      counts.records += records.length;
      const expected = allRecords[index]?.slice(0, limit);
      if (!isDeepStrictEqual(records, expected)) {
        problems.push(
          `list ${index}, limit ${limit}: the ${records.length} records differ from the ${expected?.length} expected ones`,
        );
      }
    } catch (error) {
      problems.push(`list ${index}: ${error instanceof Error ? error.stack : error}`);
    }
  }
}

/** Pulls for a share of the task, and returns the bytes of heap in use afterwards. */
async function runPhase(name: string, seconds: number, minPulls: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, (_, puller) => runPuller(`${name}/${puller}`, until, minPulls)),
  );
  await wait(0);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const heapBefore = await runPhase("first", task.seconds / 3, task.minPulls / 3);
const heapAfter = await runPhase("second", (task.seconds * 2) / 3, task.minPulls);

/** Sockets and timers, without the pipes to the test. The platform keeps idle connections for some seconds. */
const leftovers = () => process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout|Immediate/.test(kind));
const deadline = performance.now() + MAX_CLOSING;
while (leftovers().length > 0 && performance.now() < deadline) {
  // getActiveResourcesInfo does not list a timer that is unref'd.
  await new Promise((resolve) => setTimeout(resolve, 100).unref());
}

const report: SoakReport = {
  ...counts,
  problems,
  listeners: getEventListeners(signal, "abort").length,
  resources: leftovers(),
  heapGrowth: heapAfter - heapBefore,
};
// Exit even if something is left: the report has it.
process.stdout.write(JSON.stringify(report), () => process.exit());
