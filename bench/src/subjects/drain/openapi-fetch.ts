import type { SuperSimPaths } from "@usagewire/twilio";
import createClient from "openapi-fetch";
import { authorization } from "../credentials.ts";
import type { ListTask, Subject } from "../subject.ts";

export const run: Subject<ListTask> = async ({ origin, pageSize }, add) => {
  const client = createClient<SuperSimPaths>({ baseUrl: origin, headers: { authorization } });
  let query: Record<string, string> = pageSize === undefined ? {} : { PageSize: String(pageSize) };
  for (;;) {
    const { data, response } = await client.GET("/v1/UsageRecords", { params: { query } });
    if (data === undefined) throw new Error(String(response.status));
    for (const record of data.usage_records) add(record.data_total ?? 0);
    if (data.meta.next_page_url === null) return;
    query = Object.fromEntries(new URL(data.meta.next_page_url).searchParams);
  }
};
