import { setTimeout as sleep } from "node:timers/promises";
import { fetchPage } from "../fetch-page.ts";
import { listUrl } from "../list-url.ts";
import type { SlowTask, Subject } from "../subject.ts";

export const run: Subject<SlowTask> = async ({ origin, pageSize, pause }, add) => {
  let next: string | null = listUrl(origin, { PageSize: pageSize });
  while (next !== null) {
    const { usage_records, meta } = await fetchPage(next);
    for (const record of usage_records) add(record.data_total ?? 0);
    await sleep(pause);
    next = meta.next_page_url;
  }
};
