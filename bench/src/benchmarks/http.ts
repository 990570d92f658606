/*
 * Benchmarks in which every subject sends requests to the local server.
 */
import type { Benchmark, Comparison, Measure } from "../benchmark.ts";
import { withServer } from "../server/server.ts";
import { checkSameRecords, runSubjects, type SubjectRounds, timeMeasure } from "../subject-rounds.ts";
import { lastDays } from "../subjects/subject.ts";

/** For figures that depend on when a process collects garbage. */
const ROUNDS_PER_PROCESS = 3;

/** Subjects by name, with the same task. */
const withTask = (subjects: Readonly<Record<string, string>>, task: object) =>
  Object.entries(subjects).map(([subject, run]) => ({ subject, run, task }));

const format = (count: number) => count.toLocaleString("en");

const handWritten = "hand-written fetch";
const handWrittenAgain = "hand-written fetch, again";
const noiseFloor: Comparison = { subject: handWrittenAgain, base: handWritten, noiseFloor: true };

const DRAIN = { records: 1_000_000, pageSize: 1000 };
const byPage = "usagewire, page by page";
const byRecord = "usagewire, record by record";
const drainSubjects = {
  [handWritten]: "hand-written/drain",
  [handWrittenAgain]: "hand-written/drain",
  "openapi-fetch": "openapi-fetch/drain",
  "@azure/core-paging": "core-paging/drain",
  [byPage]: "usagewire/drainPages",
  [byRecord]: "usagewire/drainRecords",
  "twilio each": "twilio/drainEach",
  "twilio list": "twilio/drainList",
};
const drainComparisons: readonly Comparison[] = [
  noiseFloor,
  { subject: "openapi-fetch", base: handWritten },
  { subject: "@azure/core-paging", base: handWritten },
  { subject: byPage, base: handWritten, target: { atMost: 1.05 } },
  { subject: byRecord, base: handWritten, target: { atMost: 1.1 } },
  { subject: byRecord, base: "twilio each", target: { below: 1 } },
  { subject: byRecord, base: "twilio list", target: { below: 1 } },
];

export const drain: Benchmark = {
  name: "drain",
  work: `${format(DRAIN.records)} Super SIM records in pages of ${format(DRAIN.pageSize)}, without latency`,
  run: ({ rounds, signal }) =>
    withServer({ records: DRAIN.records }, async ({ origin }) => {
      const subjects = withTask(drainSubjects, { origin, pageSize: DRAIN.pageSize });
      const results = await runSubjects(subjects, { rounds, roundsPerProcess: ROUNDS_PER_PROCESS, signal });
      return [timeMeasure("wall", results, drainComparisons), timeMeasure("cpu", results, drainComparisons)];
    }),
};

const WINDOWS = { days: 96, records: 150, pageSize: 200, latency: 100, concurrency: 8 };
const concurrent = `usagewire, concurrency ${WINDOWS.concurrency}`;
const sequential = "usagewire, concurrency 1";
const windowsTarget = { atLeast: 7 };

export const windows: Benchmark = {
  name: "windows",
  work: `${WINDOWS.days} daily windows of ${WINDOWS.records} Super SIM records each, with a latency of ${WINDOWS.latency} ms`,
  run: ({ rounds, signal }) => {
    const { records, latency, concurrency, pageSize } = WINDOWS;
    return withServer({ records, latency }, async ({ origin }) => {
      const task = { origin, ...lastDays(WINDOWS.days), pageSize, concurrency: 1 };
      const results = await runSubjects(
        [
          { subject: concurrent, run: "usagewire/drainWindows", task: { ...task, concurrency } },
          { subject: sequential, run: "usagewire/drainWindows", task },
          { subject: handWritten, run: "hand-written/drainWindows", task },
          { subject: "twilio list", run: "twilio/drainWindows", task },
        ],
        { rounds, signal },
      );
      return [
        timeMeasure("wall", results, [
          { subject: sequential, base: concurrent, target: windowsTarget },
          { subject: handWritten, base: concurrent, target: windowsTarget },
          { subject: "twilio list", base: concurrent, target: windowsTarget },
        ]),
      ];
    });
  },
};

const SLOW_CONSUMER = { records: 30_000, pageSize: 50, latency: 10, pause: 10 };
const withoutPrefetch = "usagewire, prefetch 0";
const slowTarget = { atMost: 0.55 };

export const slowConsumer: Benchmark = {
  name: "slow-consumer",
  work:
    `${SLOW_CONSUMER.records / SLOW_CONSUMER.pageSize} pages of ${SLOW_CONSUMER.pageSize} Super SIM records, with a ` +
    `latency of ${SLOW_CONSUMER.latency} ms and a consumer that takes ${SLOW_CONSUMER.pause} ms for each page`,
  run: ({ rounds, signal }) => {
    const { records, latency, pageSize, pause } = SLOW_CONSUMER;
    return withServer({ records, latency }, async ({ origin }) => {
      const task = { origin, pageSize, pause };
      const results = await runSubjects(
        [
          { subject: handWritten, run: "hand-written/drainSlowly", task },
          { subject: handWrittenAgain, run: "hand-written/drainSlowly", task },
          { subject: withoutPrefetch, run: "usagewire/drainSlowly", task: { ...task, prefetch: 0 } },
          { subject: "usagewire", run: "usagewire/drainSlowly", task },
        ],
        { rounds, signal },
      );
      return [
        timeMeasure("wall", results, [
          noiseFloor,
          { subject: "usagewire", base: withoutPrefetch, target: slowTarget },
          { subject: "usagewire", base: handWritten, target: slowTarget },
        ]),
      ];
    });
  },
};

const REQUESTS = { records: 10_000 };

export const requests: Benchmark = {
  name: "requests",
  work: `requests for ${format(REQUESTS.records)} Super SIM records with default options`,
  run: ({ signal }) =>
    withServer(REQUESTS, async ({ origin, takeRequests }) => {
      const series = [];
      const results: SubjectRounds[] = [];
      const subjects = { usagewire: "usagewire/drainRecords", "twilio each": "twilio/drainEach" };
      for (const entry of withTask(subjects, { origin })) {
        results.push(...(await runSubjects([entry], { rounds: 1, warmUp: false, signal })));
        series.push({ subject: entry.subject, values: [await takeRequests()] });
      }
      checkSameRecords(results);
      const comparisons = [{ subject: "usagewire", base: "twilio each", target: { atMost: 0.25 } }];
      return [{ figure: "requests", unit: "count", exact: true, series, comparisons }];
    }),
};

const SMALL_CALLS = { calls: 10_000, concurrency: [1, 8] };
const smallCallsSubjects = {
  [handWritten]: "hand-written/callRepeatedly",
  [handWrittenAgain]: "hand-written/callRepeatedly",
  "openapi-fetch": "openapi-fetch/callRepeatedly",
  usagewire: "usagewire/callRepeatedly",
};
const smallCallsComparisons: readonly Comparison[] = [
  noiseFloor,
  { subject: "openapi-fetch", base: handWritten },
  { subject: "usagewire", base: handWritten, target: { atMost: 1.15 } },
];

export const smallCalls: Benchmark = {
  name: "small-calls",
  work: `${format(SMALL_CALLS.calls)} calls for one record each; usagewire with retries, both timeouts, pacing and hooks`,
  run: ({ rounds, signal }) =>
    withServer({ records: 1 }, async ({ origin }) => {
      const measures: Measure[] = [];
      for (const concurrency of SMALL_CALLS.concurrency) {
        const subjects = withTask(smallCallsSubjects, { origin, calls: SMALL_CALLS.calls, concurrency });
        const results = await runSubjects(subjects, { rounds, roundsPerProcess: ROUNDS_PER_PROCESS, signal });
        const label = `concurrency ${concurrency}`;
        measures.push(timeMeasure("wall", results, smallCallsComparisons, `time, ${label}`));
        measures.push(timeMeasure("cpu", results, smallCallsComparisons, `CPU, ${label}`));
      }
      return measures;
    }),
};
