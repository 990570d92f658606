import { fetchPage } from "../fetch-page.ts";
import { listUrl } from "../list-url.ts";
import type { ListTask, Subject } from "../subject.ts";

export const run: Subject<ListTask> = async ({ origin, pageSize }, add) => {
  let next: string | null = listUrl(origin, { PageSize: pageSize });
  while (next !== null) {
    const { usage_records, meta } = await fetchPage(next);
    for (const record of usage_records) add(record.data_total ?? 0);
    next = meta.next_page_url;
  }
};
