import type { Benchmark } from "../benchmark.ts";
import { alternate } from "../processes/alternate.ts";
import { checkAlike } from "../processes/check-alike.ts";
import { withServer } from "../server/with-server.ts";
import { REQUESTS } from "../sizes.ts";

const subjects = { usagewire: "drain/usagewire-records.ts", "twilio each": "drain/twilio-each.ts" };

export const requests: Benchmark = {
  name: "requests",
  work: `${REQUESTS.records.toLocaleString("en")} Super SIM records with default settings, counted by the server`,
  run: () =>
    withServer(REQUESTS, async ({ origin, takeRequests }) => {
      const series = [];
      const walks = [];
      for (const [subject, path] of Object.entries(subjects)) {
        const once = { rounds: 1, warmUp: false };
        const [rounds] = await alternate([{ subject, path, task: { origin } }], once);
        series.push({ subject, values: [await takeRequests()] });
        walks.push(...(rounds?.outcomes ?? []).map((total) => ({ subject, total })));
      }
      checkAlike(walks);
      const comparisons = [{ subject: "usagewire", base: "twilio each", target: { atMost: 0.25 } }];
      return [{ figure: "requests", unit: "count", series, comparisons }];
    }),
};
