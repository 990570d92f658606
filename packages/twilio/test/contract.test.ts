import { contractTests } from "@usagewire/contract";
// By its name, because the built package is tested, as its users import it.
import { createTwilioSuperSim, createTwilioUsage } from "@usagewire/twilio";

const credentials = { accountSid: "AC00000000000000000000000000000000", authToken: "test" };
const specs = new URL("../../../specs/twilio/", import.meta.url);
const usageRecords = "/2010-04-01/Accounts/{AccountSid}/Usage/Records";

contractTests({
  recordings: new URL("../fixtures/", import.meta.url),
  apis: [
    {
      spec: new URL("supersim.yaml", specs),
      client: ({ fetch }) => createTwilioSuperSim({ ...credentials, fetch, retry: false }),
    },
    {
      spec: new URL("usage.yaml", specs),
      client: ({ fetch }) => createTwilioUsage({ ...credentials, fetch, retry: false }),
      equivalentPaths: [
        `${usageRecords}/Yearly.json`,
        `${usageRecords}.json`,
        `${usageRecords}/AllTime.json`,
        `${usageRecords}/Daily.json`,
        `${usageRecords}/LastMonth.json`,
        `${usageRecords}/Monthly.json`,
        `${usageRecords}/ThisMonth.json`,
        `${usageRecords}/Today.json`,
        `${usageRecords}/Yesterday.json`,
      ],
    },
  ],
});
