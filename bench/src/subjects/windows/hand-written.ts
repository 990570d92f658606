import { fetchPage } from "../fetch-page.ts";
import { listUrl } from "../list-url.ts";
import type { Subject, WindowsTask } from "../subject.ts";
import { days } from "./days.ts";

export const run: Subject<WindowsTask> = async ({ origin, pageSize, ...range }, add) => {
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
      for (const record of usage_records) add(record.data_total ?? 0);
      next = meta.next_page_url;
    }
  }
};
