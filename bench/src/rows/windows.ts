import type { Benchmark } from "../benchmark.ts";
import { alternate } from "../processes/alternate.ts";
import { withServer } from "../server/with-server.ts";
import { WINDOWS } from "../sizes.ts";
import { lastDays } from "../subjects/windows/days.ts";
import { measureRounds } from "./measure-rounds.ts";

const { records, latency, concurrency, pageSize } = WINDOWS;
const base = `usagewire, ${concurrency} at once`;
const sequential = "usagewire, one after the other";
const target = { atLeast: 7 };

export const windows: Benchmark = {
  name: "windows",
  work: `${WINDOWS.days} daily windows of ${records} Super SIM records each, ${latency} ms for each answer`,
  run: ({ rounds }) =>
    withServer({ records, latency }, async ({ origin }) => {
      const task = { origin, ...lastDays(WINDOWS.days), pageSize, concurrency };
      const alone = { ...task, concurrency: 1 };
      const outcomes = await alternate(
        [
          { subject: base, path: "windows/usagewire.ts", task },
          { subject: sequential, path: "windows/usagewire.ts", task: alone },
          { subject: "hand-written fetch", path: "windows/hand-written.ts", task: alone },
          { subject: "twilio list", path: "windows/twilio.ts", task: alone },
        ],
        { rounds },
      );
      return [
        measureRounds("wall", outcomes, [
          { subject: sequential, base, target },
          { subject: "hand-written fetch", base, target },
          { subject: "twilio list", base, target },
        ]),
      ];
    }),
};
