import { fetchPage } from "../fetch-page.ts";
import { listUrl } from "../list-url.ts";
import type { CallsTask, Subject } from "../subject.ts";
import { callAll } from "./call-all.ts";

export const run: Subject<CallsTask> = async ({ origin, ...calls }, add) => {
  const url = listUrl(origin, { PageSize: 1 });
  const call = async () => {
    const { usage_records } = await fetchPage(url);
    return usage_records[0]?.data_total ?? 0;
  };
  await callAll(calls, call, add);
};
