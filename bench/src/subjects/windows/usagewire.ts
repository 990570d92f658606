import { createTwilioSuperSim } from "@usagewire/twilio";
import { credentials } from "../credentials.ts";
import type { Subject, WindowsTask } from "../subject.ts";

/** With a concurrency of 1: one after the other. */
export const run: Subject<WindowsTask> = async ({ origin, pageSize, from, to, concurrency }, add) => {
  const supersim = createTwilioSuperSim({ ...credentials, baseUrl: origin });
  const pager = supersim.paginate("/v1/UsageRecords", {
    params: { query: { Granularity: "day", Group: "sim", PageSize: pageSize } },
    window: { from, to, by: "day" },
    concurrency,
  });
  for await (const record of pager) add(record.data_total ?? 0);
};
