import { getPagedAsyncIterator } from "@azure/core-paging";
import { fetchPage, type SuperSimPage } from "./hand-written.ts";
import { type ListTask, listUrl, type Subject } from "./subject.ts";

type Records = SuperSimPage["usage_records"];

export const drain: Subject<ListTask> = async ({ origin, pageSize }, addRecord) => {
  const records = getPagedAsyncIterator<Records[number], Records>({
    firstPageLink: listUrl(origin, { PageSize: pageSize }),
    getPage: async (link) => {
      const { usage_records, meta } = await fetchPage(link);
      return {
        page: usage_records,
        ...(meta.next_page_url !== null && { nextPageLink: meta.next_page_url }),
      };
    },
  });
  for await (const record of records) addRecord(record.data_total ?? 0);
};
