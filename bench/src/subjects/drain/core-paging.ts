import { getPagedAsyncIterator } from "@azure/core-paging";
import type { SuperSimUsageRecord } from "@usagewire/twilio";
import { fetchPage } from "../fetch-page.ts";
import { listUrl } from "../list-url.ts";
import type { ListTask, Subject } from "../subject.ts";

export const run: Subject<ListTask> = async ({ origin, pageSize }, add) => {
  const records = getPagedAsyncIterator<SuperSimUsageRecord, readonly SuperSimUsageRecord[]>({
    firstPageLink: listUrl(origin, { PageSize: pageSize }),
    getPage: async (link) => {
      const { usage_records, meta } = await fetchPage(link);
      return {
        page: usage_records,
        ...(meta.next_page_url !== null && { nextPageLink: meta.next_page_url }),
      };
    },
  });
  for await (const record of records) add(record.data_total ?? 0);
};
