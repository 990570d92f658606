import { createTwilioSuperSim } from "@usagewire/twilio";
import { credentials } from "../credentials.ts";
import type { CallsTask, Subject } from "../subject.ts";
import { callAll } from "./call-all.ts";

/** Every wrapper that there is: retries are on by default. */
export const run: Subject<CallsTask> = async ({ origin, ...calls }, add) => {
  const seen = { start: 0, attempt: 0, retry: 0, end: 0 };
  const supersim = createTwilioSuperSim({
    ...credentials,
    baseUrl: origin,
    timeout: { attempt: 10_000, total: 30_000 },
    maxConcurrency: 8,
    hooks: {
      start: () => (seen.start += 1),
      attempt: () => (seen.attempt += 1),
      retry: () => (seen.retry += 1),
      end: () => (seen.end += 1),
    },
  });
  const call = async () => {
    const { data, response } = await supersim.GET("/v1/UsageRecords", { params: { query: { PageSize: 1 } } });
    if (data === undefined) throw new Error(String(response.status));
    return data.usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, add);
  if (seen.start !== calls.calls || seen.end !== calls.calls) throw new Error("a hook was not called");
};
