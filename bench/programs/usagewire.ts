import { createOnomondo } from "@usagewire/onomondo";
import { createTwilioSuperSim, createTwilioUsage } from "@usagewire/twilio";

const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
const usage = createTwilioUsage({ accountSid: "AC1", authToken: "t" });
const onomondo = createOnomondo({ apiKey: "k" });
const records = "/2010-04-01/Accounts/{AccountSid}/Usage/Records.json";
const daily = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";

const days = await supersim.GET("/v1/UsageRecords", {
  params: { query: { Granularity: "day", PageSize: 50 } },
});
if (days.data) console.log(days.data.usage_records[0]?.data_total, days.data.meta.next_page_url);
const costs = await usage.GET(daily, { params: { query: { Category: "sms" } } });
if (costs.data) console.log(costs.data.usage_records[0]?.price, costs.data.next_page_uri);
const sims = await onomondo.GET("/usage", { params: { query: { limit: 10 } } });
if (sims.data) console.log(sims.data.usage[0]?.bytes);

for await (const record of supersim.paginate("/v1/UsageRecords", {
  params: { query: { Granularity: "hour" } },
})) {
  console.log(record.period?.start_time, record.data_total);
}
for await (const record of usage.paginate(records, { params: { query: { Category: "sms" } } })) {
  console.log(record.category, record.price);
}
for await (const record of usage.paginate(daily, { params: { query: { Category: "sms" } } })) {
  console.log(record.category, record.price);
}
for await (const record of onomondo.paginate("/usage", { params: { query: { limit: 10 } } })) {
  console.log(record.sim_id, record.bytes);
}
