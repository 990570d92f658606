/*
 * A program that pulls for a while, many pulls at a time, through everything that can go wrong, and prints what came
 * of it. The test beside it runs it as a process of its own, so that what it leaves behind is its own.
 */
import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { openLists } from "./lists.ts";
import { pull } from "./pull.ts";
import { createRandom } from "./random.ts";
import type { SoakReport, SoakTask } from "./soak-report.ts";

const CLIENTS = 4;
const AT_ONCE = 24;
const QUIET = 10_000;

const task: SoakTask = JSON.parse(process.argv[2] ?? "");
const { signal } = new AbortController();
const tally = { pulls: 0, records: 0, requests: 0, failures: 0, resumes: 0 };
const problems: string[] = [];

const options = {
  retry: { minDelay: 1, maxDelay: 10 },
  timeout: { attempt: 500 },
  maxConcurrency: 10,
  hooks: {
    attempt: () => {
      tally.requests += 1;
    },
  },
};
const clients = Array.from({ length: CLIENTS }, () => openLists(task, task.stormy, options));
const right: unknown[][] = [];
for (const list of openLists(task, task.calm, { retry: false })) {
  right.push(await list({ pageSize: 1000, concurrency: 1 }, {}).toArray());
}

/** Pulls one after the other, until the time is up. */
async function puller(name: number, until: number): Promise<void> {
  const random = createRandom(`${task.seed}/${name}/${until}`);
  while (performance.now() < until && problems.length < 5) {
    const lists = random.pick(clients);
    const list = random.pick(lists);
    const index = lists.indexOf(list);
    try {
      const { records, limit } = await pull(list, random, signal, tally);
      tally.pulls += 1;
      tally.records += records.length;
      const expected = right[index]?.slice(0, limit);
      if (!isDeepStrictEqual(records, expected)) {
        problems.push(
          `list ${index}, limit ${limit}: ${records.length} records, not the ${expected?.length} right ones`,
        );
      }
    } catch (error) {
      problems.push(`list ${index}: ${error instanceof Error ? error.stack : error}`);
    }
  }
}

async function pullFor(seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: AT_ONCE }, (_, name) => puller(name, until)));
  await wait(0);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const heapBefore = await pullFor(task.seconds / 3);
const heapAfter = await pullFor((task.seconds * 2) / 3);

/** Sockets and timers; not the pipes to the test. The platform keeps idle connections for some seconds. */
const leftovers = () => process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout|Immediate/.test(kind));
const giveUp = performance.now() + QUIET;
while (leftovers().length > 0 && performance.now() < giveUp) {
  // Unseen by getActiveResourcesInfo, as a timer of its own would be.
  await new Promise((resolve) => setTimeout(resolve, 100).unref());
}

const report: SoakReport = {
  ...tally,
  problems,
  listeners: getEventListeners(signal, "abort").length,
  resources: leftovers(),
  heapGrowth: heapAfter - heapBefore,
};
// What is left is in the report; it must not hold the process, too.
process.stdout.write(JSON.stringify(report), () => process.exit());
