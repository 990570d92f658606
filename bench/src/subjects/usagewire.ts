import { setTimeout as sleep } from "node:timers/promises";
import { createTwilioSuperSim } from "@usagewire/twilio";
import {
  type CallsTask,
  callAll,
  credentials,
  type ListTask,
  type SlowTask,
  type Subject,
  type WindowsTask,
} from "./subject.ts";

export interface PrefetchTask extends SlowTask {
  /** Default: the pager's own. */
  readonly prefetch?: 0 | 1;
}

function paginate({ origin, pageSize }: ListTask, options: { readonly prefetch?: 0 | 1 } = {}) {
  const supersim = createTwilioSuperSim({ ...credentials, baseUrl: origin });
  const query = pageSize === undefined ? {} : { PageSize: pageSize };
  return supersim.paginate("/v1/UsageRecords", { params: { query }, ...options });
}

export const drainRecords: Subject<ListTask> = async (task, addRecord) => {
  for await (const record of paginate(task)) addRecord(record.data_total ?? 0);
};

export const drainPages: Subject<ListTask> = async (task, addRecord) => {
  for await (const { items } of paginate(task).pages()) {
    for (const record of items) addRecord(record.data_total ?? 0);
  }
};

export const drainSlowly: Subject<PrefetchTask> = async ({ prefetch, pause, ...list }, addRecord) => {
  const pager = paginate(list, prefetch === undefined ? {} : { prefetch });
  for await (const { items } of pager.pages()) {
    for (const record of items) addRecord(record.data_total ?? 0);
    await sleep(pause);
  }
};

export const drainWindows: Subject<WindowsTask> = async (
  { origin, pageSize, from, to, concurrency },
  addRecord,
) => {
  const supersim = createTwilioSuperSim({ ...credentials, baseUrl: origin });
  const pager = supersim.paginate("/v1/UsageRecords", {
    params: { query: { Granularity: "day", Group: "sim", PageSize: pageSize } },
    window: { from, to, by: "day" },
    concurrency,
  });
  for await (const record of pager) addRecord(record.data_total ?? 0);
};

/** With every option that adds middleware; retries are on by default. */
export const callRepeatedly: Subject<CallsTask> = async ({ origin, ...calls }, addRecord) => {
  const events = { start: 0, attempt: 0, retry: 0, end: 0 };
  const supersim = createTwilioSuperSim({
    ...credentials,
    baseUrl: origin,
    timeout: { attempt: 10_000, total: 30_000 },
    maxConcurrency: 8,
    hooks: {
      start: () => (events.start += 1),
      attempt: () => (events.attempt += 1),
      retry: () => (events.retry += 1),
      end: () => (events.end += 1),
    },
  });
  const call = async () => {
    const { data, response } = await supersim.GET("/v1/UsageRecords", { params: { query: { PageSize: 1 } } });
    if (data === undefined) throw new Error(String(response.status));
    return data.usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, addRecord);
  if (events.start !== calls.calls || events.end !== calls.calls) throw new Error("a hook was not called");
};
