import { unwrap } from "@usagewire/client";
import { expect, it } from "vitest";
import { advice } from "./advice.ts";
import { createTwilioSuperSim } from "./supersim.ts";
import { createTwilioUsage } from "./usage.ts";

const fetch = async () =>
  Response.json({ code: 20404, message: "The resource was not found" }, { status: 404 });
const options = { accountSid: "AC1", authToken: "t", fetch };

it("is appended to the error message of both APIs", async () => {
  const calls = [
    unwrap(createTwilioSuperSim(options).GET("/v1/UsageRecords")),
    unwrap(createTwilioUsage(options).GET("/2010-04-01/Accounts/{AccountSid}/Usage/Records.json")),
  ];
  for (const call of calls) {
    await expect(call).rejects.toThrow(`404 (20404): The resource was not found - ${advice[20404]}`);
  }
});
