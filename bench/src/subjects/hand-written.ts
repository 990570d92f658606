/*
 * Loops as one writes them with `fetch` and nothing else. They are not factored out of each other: a helper, an async
 * generator above all, would have a cost of its own.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { SuperSimUsageRecord } from "@usagewire/twilio";
import {
  authorization,
  type CallsTask,
  callAll,
  days,
  type ListTask,
  listUrl,
  type SlowTask,
  type Subject,
  type WindowsTask,
} from "./subject.ts";

export interface SuperSimPage {
  readonly usage_records: readonly SuperSimUsageRecord[];
  readonly meta: { readonly next_page_url: string | null };
}

export async function fetchPage(url: string): Promise<SuperSimPage> {
  const response = await fetch(url, { headers: { authorization } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return JSON.parse(await response.text());
}

export const drain: Subject<ListTask> = async ({ origin, pageSize }, addRecord) => {
  let next: string | null = listUrl(origin, { PageSize: pageSize });
  while (next !== null) {
    const { usage_records, meta } = await fetchPage(next);
    for (const record of usage_records) addRecord(record.data_total ?? 0);
    next = meta.next_page_url;
  }
};

export const drainSlowly: Subject<SlowTask> = async ({ origin, pageSize, pause }, addRecord) => {
  let next: string | null = listUrl(origin, { PageSize: pageSize });
  while (next !== null) {
    const { usage_records, meta } = await fetchPage(next);
    for (const record of usage_records) addRecord(record.data_total ?? 0);
    await sleep(pause);
    next = meta.next_page_url;
  }
};

export const drainWindows: Subject<WindowsTask> = async ({ origin, pageSize, ...range }, addRecord) => {
  for (const { start, end } of days(range)) {
    let next: string | null = listUrl(origin, {
      Granularity: "day",
      Group: "sim",
      PageSize: pageSize,
      StartTime: start.toISOString(),
      EndTime: end.toISOString(),
    });
    while (next !== null) {
      const { usage_records, meta } = await fetchPage(next);
      for (const record of usage_records) addRecord(record.data_total ?? 0);
      next = meta.next_page_url;
    }
  }
};

export const callRepeatedly: Subject<CallsTask> = async ({ origin, ...calls }, addRecord) => {
  const url = listUrl(origin, { PageSize: 1 });
  const call = async () => {
    const { usage_records } = await fetchPage(url);
    return usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, addRecord);
};
