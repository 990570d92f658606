import createClient from "openapi-fetch";
// The benchmark generates these from the same specs with openapi-typescript.
import type { paths as OnomondoPaths } from "./onomondo-usage.js";
import type { paths as SuperSimPaths } from "./twilio-supersim.js";
import type { paths as UsagePaths } from "./twilio-usage.js";

const headers = { authorization: "Basic QUMxOnQ=" };
const supersim = createClient<SuperSimPaths>({ baseUrl: "https://supersim.twilio.com", headers });
const usage = createClient<UsagePaths>({ baseUrl: "https://api.twilio.com", headers });
const onomondo = createClient<OnomondoPaths>({ baseUrl: "https://api.onomondo.com", headers });
const records = "/2010-04-01/Accounts/{AccountSid}/Usage/Records.json";
const daily = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";
const account = { AccountSid: "AC1" };

const days = await supersim.GET("/v1/UsageRecords", {
  params: { query: { Granularity: "day", PageSize: 50 } },
});
if (days.data) console.log(days.data.usage_records[0]?.data_total, days.data.meta.next_page_url);
const costs = await usage.GET(daily, { params: { path: account, query: { Category: "sms" } } });
if (costs.data) console.log(costs.data.usage_records[0]?.price, costs.data.next_page_uri);
const sims = await onomondo.GET("/usage", { params: { query: { limit: 10 } } });
if (sims.data) console.log(sims.data.usage[0]?.bytes);

const queryOf = (link: string | null | undefined) =>
  link ? Object.fromEntries(new URL(link, "https://api.twilio.com").searchParams) : undefined;

for (let query: Record<string, string> | undefined = {}; query; ) {
  const { data } = await supersim.GET("/v1/UsageRecords", {
    params: { query: { Granularity: "hour", ...query } },
  });
  for (const record of data?.usage_records ?? []) console.log(record.period?.start_time, record.data_total);
  query = queryOf(data?.meta.next_page_url);
}
for (let query: Record<string, string> | undefined = {}; query; ) {
  const { data } = await usage.GET(records, {
    params: { path: account, query: { Category: "sms", ...query } },
  });
  for (const record of data?.usage_records ?? []) console.log(record.category, record.price);
  query = queryOf(data?.next_page_uri);
}
for (let query: Record<string, string> | undefined = {}; query; ) {
  const { data } = await usage.GET(daily, {
    params: { path: account, query: { Category: "sms", ...query } },
  });
  for (const record of data?.usage_records ?? []) console.log(record.category, record.price);
  query = queryOf(data?.next_page_uri);
}
for (let next: string | undefined = ""; next !== undefined; ) {
  const query: { limit: number; next_page?: string } =
    next === "" ? { limit: 10 } : { limit: 10, next_page: next };
  const { data } = await onomondo.GET("/usage", { params: { query } });
  for (const record of data?.usage ?? []) console.log(record.sim_id, record.bytes);
  next = data?.pagination.next_page;
}
