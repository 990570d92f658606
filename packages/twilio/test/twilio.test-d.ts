import { describe, expectTypeOf, it } from "vitest";
import {
  createTwilioSuperSim,
  createTwilioUsage,
  type SuperSimUsageRecord,
  type UsageRecord,
} from "../src/index.ts";

const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";

describe("Super SIM", () => {
  const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });

  it("has records with bytes and prices as the provider sends them", async () => {
    for await (const record of supersim.paginate("/v1/UsageRecords")) {
      expectTypeOf(record).toEqualTypeOf<SuperSimUsageRecord>();
      expectTypeOf(record.data_total).toEqualTypeOf<number | null>();
      expectTypeOf(record.data_total_billed).toEqualTypeOf<string | number | null>();
    }
  });

  it("rejects what the API does not document", () => {
    supersim.GET("/v1/UsageRecords", {
      params: { query: { Granularity: "day", Group: "sim", StartTime: new Date() } },
    });
    // @ts-expect-error a misspelled parameter
    supersim.GET("/v1/UsageRecords", { params: { query: { Granularty: "day" } } });
    // @ts-expect-error an unknown value
    supersim.paginate("/v1/UsageRecords", { params: { query: { Granularity: "week" } } });
    // @ts-expect-error an unknown path
    supersim.paginate("/v1/UsageRecord");
    // @ts-expect-error the path has no POST
    supersim.POST("/v1/UsageRecords");
  });
});

describe("usage records", () => {
  it("do not require AccountSid if the credentials include it", async () => {
    const usage = createTwilioUsage({ accountSid: "AC1", authToken: "t" });
    expectTypeOf(await usage.paginate(yearly).toArray()).toEqualTypeOf<UsageRecord[]>();
    usage.paginate(yearly, { params: { path: { AccountSid: "AC2" }, query: { StartDate: "-30days" } } });
    createTwilioUsage({ token: "jwt", accountSid: "AC1" }).paginate(yearly);
    createTwilioUsage().paginate(yearly);
  });

  it("require AccountSid with a token only", () => {
    const usage = createTwilioUsage({ token: "jwt" });
    usage.paginate(yearly, { params: { path: { AccountSid: "AC1" } } });
    // @ts-expect-error AccountSid is missing
    usage.paginate(yearly);
  });

  it("accept any category", () => {
    const usage = createTwilioUsage();
    usage.GET(yearly, { params: { query: { Category: "trunking-origination-mobile" } } });
    usage.GET(yearly, { params: { query: { Category: "of-next-year" } } });
    expectTypeOf<UsageRecord["price"]>().toEqualTypeOf<string | number | null>();
    expectTypeOf<UsageRecord["count"]>().toEqualTypeOf<string | null>();
  });

  it("reject two kinds of credentials", () => {
    // @ts-expect-error a token and an auth token
    createTwilioUsage({ token: "jwt", authToken: "t" });
  });
});
