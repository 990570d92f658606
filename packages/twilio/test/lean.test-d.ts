import { expectTypeOf, it } from "vitest";
import {
  createTwilioSuperSim,
  createTwilioUsage,
  type SuperSimUsageRecord,
  type UsageRecord,
} from "../src/lean.ts";

const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";
const credentials = { accountSid: "AC1", authToken: "t" };
const window = { from: "2025-01-01", to: "2025-02-01" } as const;

it("types records and parameters as the full client does", async () => {
  const supersim = createTwilioSuperSim(credentials);
  const records = supersim.paginate("/v1/UsageRecords", { params: { query: { Granularity: "day" } } });
  expectTypeOf(await records.toArray()).toEqualTypeOf<SuperSimUsageRecord[]>();
  expectTypeOf(await createTwilioUsage().paginate(yearly).toArray()).toEqualTypeOf<UsageRecord[]>();
  // @ts-expect-error a misspelt parameter
  supersim.paginate("/v1/UsageRecords", { params: { query: { Granularty: "day" } } });
  // @ts-expect-error whose usage?
  createTwilioUsage({ token: "jwt" }).paginate(yearly);
});

it("has no windows, hooks and token functions", () => {
  const supersim = createTwilioSuperSim(credentials);
  // @ts-expect-error no such option
  supersim.paginate("/v1/UsageRecords", { window });
  // @ts-expect-error no such method
  supersim.windows("/v1/UsageRecords", { window });
  // @ts-expect-error no such option
  createTwilioSuperSim({ ...credentials, hooks: { end: () => {} } });
  // @ts-expect-error no such option
  createTwilioUsage({ ...credentials, hooks: { end: () => {} } });
  // @ts-expect-error a token alone, no function
  createTwilioSuperSim({ token: () => "jwt" });
  createTwilioSuperSim({ token: "jwt" });
  // @ts-expect-error the styles are the API's
  createTwilioSuperSim({ ...credentials, styles: [] });
});
