import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resolveCredentials, type TwilioCredentials } from "./credentials.ts";

const names = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"];

beforeEach(() => {
  for (const name of names) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** The `Authorization` header that the credentials set. */
async function authorization(credentials: TwilioCredentials = {}): Promise<string | null> {
  let sent: string | null = null;
  const { authorize } = resolveCredentials(credentials);
  await authorize(async (request) => {
    sent = request.headers.get("authorization");
    return new Response();
  })(new Request("https://api.twilio.com/"));
  return sent;
}

const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`;

describe("Twilio credentials", () => {
  it.each<[string, TwilioCredentials, string]>([
    ["an account and its auth token", { accountSid: "AC1", authToken: "t" }, basic("AC1", "t")],
    ["an account and an API key", { accountSid: "AC1", apiKey: "SK1", apiKeySecret: "s" }, basic("SK1", "s")],
    ["a token", { token: "jwt" }, "Bearer jwt"],
    ["a function that fetches a token", { token: async () => "jwt" }, "Bearer jwt"],
  ])("may be %s", async (_, credentials, header) => {
    expect(await authorization(credentials)).toBe(header);
  });

  it("default to the environment: to an auth token if there is one, otherwise to an API key", async () => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC9");
    vi.stubEnv("TWILIO_API_KEY", "SK9");
    vi.stubEnv("TWILIO_API_SECRET", "s9");
    expect(await authorization()).toBe(basic("SK9", "s9"));
    vi.stubEnv("TWILIO_AUTH_TOKEN", "t9");
    expect(await authorization()).toBe(basic("AC9", "t9"));
    expect(await authorization({ apiKey: "SK1", apiKeySecret: "s" })).toBe(basic("SK1", "s"));
    expect(resolveCredentials({}).accountSid).toBe("AC9");
  });

  it("with a token do not use the account of the environment, which may be another one", () => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC9");
    expect(resolveCredentials({ token: "jwt" }).accountSid).toBeUndefined();
  });

  it.each<[string, TwilioCredentials, string]>([
    ["nothing", {}, "accountSid is missing"],
    ["an account only", { accountSid: "AC1" }, "authToken is missing"],
    ["a key without its secret", { accountSid: "AC1", apiKey: "SK1" }, "apiKeySecret is missing"],
    ["a secret without its key", { accountSid: "AC1", apiKeySecret: "s" }, "apiKey is missing"],
    ["an empty string", { accountSid: "AC1", authToken: "" }, "authToken is empty"],
    [
      "two kinds at once",
      { accountSid: "AC1", authToken: "t", apiKey: "SK1" },
      "more than one of authToken, apiKey and token is set",
    ],
  ])("throw for %s, and say what is accepted", (_, credentials, problem) => {
    const resolve = () => resolveCredentials(credentials);
    expect(resolve).toThrow(`Twilio credentials: ${problem}; pass { accountSid, authToken }`);
    expect(resolve).toThrow("or set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY");
  });
});
