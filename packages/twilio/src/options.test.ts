import { expect, it } from "vitest";
import { createTwilioSuperSim, createTwilioUsage } from "./index.ts";

const account = { accountSid: "AC1", authToken: "secret" };

it.each([
  ["createTwilioSuperSim", createTwilioSuperSim],
  ["createTwilioUsage", createTwilioUsage],
])("%s refuses options that it does not know, by name", (name, create) => {
  const misspelled: object = { ...account, acountSid: "AC2" };
  expect(() => create(misspelled)).toThrow(
    `${name}: unknown option "acountSid"; did you mean "accountSid"? valid options are accountSid, authToken, `,
  );
  const retries: object = { ...account, retries: 5 };
  expect(() => create(retries)).toThrow(
    `${name}: unknown option "retries"; did you mean "retry"? valid options are `,
  );
  const fixed: object = { ...account, authorize: () => {} };
  expect(() => create(fixed)).toThrow(`${name}: unknown option "authorize"`);
  const wrong: object = { ...account, timeout: "5s" };
  expect(() => create(wrong)).toThrow("option timeout must be a number or an object");
  expect(() => create({ ...account, retry: { maxRetries: 1 }, timeout: 5 })).not.toThrow();
});

it("a misspelled filter is an error, not the whole list", async () => {
  const supersim = createTwilioSuperSim({ ...account, fetch: async () => Response.json({}) });
  const init: object = { params: { query: { Granularty: "day" } } };
  const message = 'unknown query parameter "Granularty"; did you mean "Granularity"?';
  await expect(supersim.GET("/v1/UsageRecords", init)).rejects.toThrow(message);
  expect(() => supersim.paginate("/v1/UsageRecords", init)).toThrow(message);
});
