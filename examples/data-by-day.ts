// Bytes of all Super SIMs by day, for the first week of June 2025.
import { createTwilioSuperSim } from "@usagewire/twilio";

// Credentials come from TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.
const supersim = createTwilioSuperSim();
const week = supersim.paginate("/v1/UsageRecords", {
  params: {
    query: {
      Granularity: "day",
      StartTime: new Date("2025-06-01T00:00:00Z"),
      EndTime: new Date("2025-06-08T00:00:00Z"),
    },
  },
});

for await (const { period, data_total } of week) {
  console.log(period?.start_time?.slice(0, 10), data_total);
}
