import { bearer } from "@usagewire/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resolveCredentials, type TwilioCredentials } from "./credentials.ts";

const names = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET"];

beforeEach(() => {
  for (const name of names) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** The Authorization header that the credentials put on a request. */
async function authorization(credentials: TwilioCredentials = {}): Promise<string | null> {
  let sent: string | null = null;
  const { authorize } = resolveCredentials(credentials, bearer);
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
  ])("are %s", async (_, credentials, header) => {
    expect(await authorization(credentials)).toBe(header);
  });

  it("come from the environment when left out: an auth token first, else an API key", async () => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC9");
    vi.stubEnv("TWILIO_API_KEY", "SK9");
    vi.stubEnv("TWILIO_API_SECRET", "s9");
    expect(await authorization()).toBe(basic("SK9", "s9"));
    vi.stubEnv("TWILIO_AUTH_TOKEN", "t9");
    expect(await authorization()).toBe(basic("AC9", "t9"));
    expect(await authorization({ apiKey: "SK1", apiKeySecret: "s" })).toBe(basic("SK1", "s"));
    expect(resolveCredentials({}, bearer).accountSid).toBe("AC9");
  });

  it("take no account from the environment when a token is given, which may belong to another", () => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC9");
    expect(resolveCredentials({ token: "jwt" }, bearer).accountSid).toBeUndefined();
  });

  it.each<[string, TwilioCredentials, string]>([
    ["nothing", {}, "no accountSid"],
    ["an account alone", { accountSid: "AC1" }, "no authToken"],
    ["a key without its secret", { accountSid: "AC1", apiKey: "SK1" }, "an API key without its secret"],
    ["a secret without its key", { accountSid: "AC1", apiKeySecret: "s" }, "an API secret without its key"],
    ["empty", { accountSid: "AC1", authToken: "" }, "authToken is empty"],
    ["two kinds at once", { accountSid: "AC1", authToken: "t", apiKey: "SK1" }, "more than one of"],
  ])("that are %s are refused with what is accepted", (_, credentials, found) => {
    const resolve = () => resolveCredentials(credentials, bearer);
    expect(resolve).toThrow(found);
    expect(resolve).toThrow("or set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY");
  });
});
