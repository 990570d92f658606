import type { Benchmark, Comparison, Measure } from "../benchmark.ts";
import { alternate } from "../processes/alternate.ts";
import { withServer } from "../server/with-server.ts";
import { ROUNDS_PER_PROCESS, SMALL_CALLS } from "../sizes.ts";
import { measureRounds } from "./measure-rounds.ts";

const base = "bare fetch";
const subjects = {
  [base]: "small-calls/bare-fetch.ts",
  [`${base}, again`]: "small-calls/bare-fetch.ts",
  "openapi-fetch": "small-calls/openapi-fetch.ts",
  usagewire: "small-calls/usagewire.ts",
};
const comparisons: readonly Comparison[] = [
  { subject: `${base}, again`, base, noiseFloor: true },
  { subject: "openapi-fetch", base },
  { subject: "usagewire", base, target: { atMost: 1.15 } },
];

export const smallCalls: Benchmark = {
  name: "small-calls",
  work:
    `${SMALL_CALLS.calls.toLocaleString("en")} calls for one record each; ` +
    "usagewire with retries, both timeouts, pacing and hooks",
  run: ({ rounds }) =>
    withServer({ records: 1 }, async ({ origin }) => {
      const measures: Measure[] = [];
      for (const atOnce of SMALL_CALLS.atOnce) {
        const task = { origin, calls: SMALL_CALLS.calls, atOnce };
        const contestants = Object.entries(subjects).map(([subject, path]) => ({ subject, path, task }));
        const outcomes = await alternate(contestants, { rounds, roundsPerProcess: ROUNDS_PER_PROCESS });
        const how = atOnce === 1 ? "one after the other" : `${atOnce} at once`;
        measures.push(measureRounds("wall", outcomes, comparisons, `time, ${how}`));
        measures.push(measureRounds("cpu", outcomes, comparisons, `CPU, ${how}`));
      }
      return measures;
    }),
};
