import { createRequire } from "node:module";
import * as full from "@usagewire/twilio";
import * as lean from "@usagewire/twilio/lean";
import { expect, it } from "vitest";
import { emulated } from "./emulated.ts";

const require = createRequire(import.meta.url);

it.each([
  ["ES modules", full, lean],
  ["CommonJS", require("@usagewire/twilio"), require("@usagewire/twilio/lean")],
])("both entries have the same error classes and ways to authorise: %s", (_, one, other) => {
  const { createTwilioSuperSim, createTwilioUsage, createClient, ...shared } = one;
  expect(other).toMatchObject(shared);
  expect(Object.keys(shared)).toEqual(expect.arrayContaining(["ApiError", "PaginationError", "basic"]));
});

it("a cursor of one client resumes the walk in the other", async () => {
  const { emulator, supersim } = await emulated();
  const lighter = lean.createTwilioSuperSim({
    ...emulator.credentials.twilio,
    baseUrl: emulator.supersim.url,
  });
  const params = { query: { Granularity: "hour" } } as const;
  const whole = await supersim.paginate("/v1/UsageRecords", { params }).toArray();
  const pager = lighter.paginate("/v1/UsageRecords", { params, limit: 123 });
  const begun = await pager.toArray();
  const { cursor } = pager;
  const rest = await supersim.paginate("/v1/UsageRecords", { params, cursor }).toArray();
  expect([...begun, ...rest]).toEqual(whole);
});

it("the error of a refusal ends with the provider's own text, without advice", async () => {
  const { emulator, supersim } = await emulated();
  const { accountSid } = emulator.credentials.twilio;
  const options = { accountSid, authToken: "wrong", baseUrl: emulator.supersim.url };
  const told = async (client: Pick<typeof supersim, "GET">) =>
    full.ApiError.find(await full.unwrap(client.GET("/v1/UsageRecords")).catch((error) => error))?.message;
  const withAdvice = await told(full.createTwilioSuperSim(options));
  const plain = await told(lean.createTwilioSuperSim(options));
  expect(withAdvice).toBe(
    `${plain} - check the account SID, and that the auth token, API key or token belongs to it`,
  );
});

it("takes a token, and no function that fetches one", async () => {
  const { emulator } = await emulated();
  const client = (token: string) => lean.createTwilioSuperSim({ token, baseUrl: emulator.supersim.url });
  expect((await client("jwt").GET("/v1/UsageRecords")).response.status).toBe(401);
  const fetched: unknown = () => "jwt";
  expect(() => client(fetched as string)).toThrow("the token is function; give a non-empty string");
});
