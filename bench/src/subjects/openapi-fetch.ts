import type { SuperSimPaths } from "@usagewire/twilio";
import createClient from "openapi-fetch";
import { authorization, type CallsTask, callAll, type ListTask, type Subject } from "./subject.ts";

export const drain: Subject<ListTask> = async ({ origin, pageSize }, addRecord) => {
  const client = createClient<SuperSimPaths>({ baseUrl: origin, headers: { authorization } });
  let query: Record<string, string> = pageSize === undefined ? {} : { PageSize: String(pageSize) };
  for (;;) {
    const { data, response } = await client.GET("/v1/UsageRecords", { params: { query } });
    if (data === undefined) throw new Error(String(response.status));
    for (const record of data.usage_records) addRecord(record.data_total ?? 0);
    if (data.meta.next_page_url === null) return;
    query = Object.fromEntries(new URL(data.meta.next_page_url).searchParams);
  }
};

export const callRepeatedly: Subject<CallsTask> = async ({ origin, ...calls }, addRecord) => {
  const client = createClient<SuperSimPaths>({ baseUrl: origin, headers: { authorization } });
  const call = async () => {
    const { data, response } = await client.GET("/v1/UsageRecords", { params: { query: { PageSize: 1 } } });
    if (data === undefined) throw new Error(String(response.status));
    return data.usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, addRecord);
};
