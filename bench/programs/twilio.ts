import twilio from "twilio";

const client = twilio("AC1", "t");

const days = await client.supersim.v1.usageRecords.page({ granularity: "day", pageSize: 50 });
console.log(days.instances[0]?.dataTotal, days.nextPageUrl);
const costs = await client.usage.records.daily.page({ category: "sms" });
console.log(costs.instances[0]?.price, costs.nextPageUrl);

for (const record of await client.supersim.v1.usageRecords.list({ granularity: "hour" })) {
  console.log(record.period, record.dataTotal);
}
for (const record of await client.usage.records.list({ category: "sms" })) {
  console.log(record.category, record.price);
}
for (const record of await client.usage.records.daily.list({ category: "sms" })) {
  console.log(record.category, record.price);
}
