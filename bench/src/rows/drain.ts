import type { Benchmark, Comparison } from "../benchmark.ts";
import { alternate } from "../processes/alternate.ts";
import { withServer } from "../server/with-server.ts";
import { DRAIN, ROUNDS_PER_PROCESS } from "../sizes.ts";
import { measureRounds } from "./measure-rounds.ts";

const base = "hand-written fetch";
const pages = "usagewire, page by page";
const records = "usagewire, record by record";

const subjects = {
  [base]: "drain/hand-written.ts",
  [`${base}, again`]: "drain/hand-written.ts",
  "openapi-fetch": "drain/openapi-fetch.ts",
  "@azure/core-paging": "drain/core-paging.ts",
  [pages]: "drain/usagewire-pages.ts",
  [records]: "drain/usagewire-records.ts",
  "twilio each": "drain/twilio-each.ts",
  "twilio list": "drain/twilio-list.ts",
};

const overHandWritten: readonly Comparison[] = [
  { subject: `${base}, again`, base, noiseFloor: true },
  { subject: "openapi-fetch", base },
  { subject: "@azure/core-paging", base },
  { subject: pages, base, target: { atMost: 1.05 } },
  { subject: records, base, target: { atMost: 1.1 } },
];

const overVendor: readonly Comparison[] = [
  { subject: records, base: "twilio each", target: { below: 1 } },
  { subject: records, base: "twilio list", target: { below: 1 } },
];

export const drain: Benchmark = {
  name: "drain",
  work:
    `${DRAIN.records.toLocaleString("en")} Super SIM records in pages of ${DRAIN.pageSize}, ` +
    "from a server that answers at once",
  run: ({ rounds }) =>
    withServer({ records: DRAIN.records }, async ({ origin }) => {
      const task = { origin, pageSize: DRAIN.pageSize };
      const contestants = Object.entries(subjects).map(([subject, path]) => ({ subject, path, task }));
      const outcomes = await alternate(contestants, { rounds, roundsPerProcess: ROUNDS_PER_PROCESS });
      return [
        measureRounds("wall", outcomes, [...overHandWritten, ...overVendor]),
        measureRounds("cpu", outcomes, [...overHandWritten, ...overVendor]),
      ];
    }),
};
