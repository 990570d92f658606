import type { AccountCredentials } from "@usagewire/twilio";
import { UsageError } from "../errors/usage-error.ts";
import type { Environment } from "../host.ts";

/** The account of the environment; an auth token goes before an API key, as in `@usagewire/twilio`. */
export function twilioCredentials(env: Environment): AccountCredentials {
  const accountSid = env.TWILIO_ACCOUNT_SID;
  const authToken = env.TWILIO_AUTH_TOKEN;
  const apiKey = env.TWILIO_API_KEY;
  const apiKeySecret = env.TWILIO_API_SECRET;
  if (accountSid && authToken) return { accountSid, authToken };
  if (accountSid && apiKey && apiKeySecret) return { accountSid, apiKey, apiKeySecret };

  const missing = !accountSid
    ? "TWILIO_ACCOUNT_SID"
    : apiKey
      ? "TWILIO_API_SECRET"
      : apiKeySecret
        ? "TWILIO_API_KEY"
        : "TWILIO_AUTH_TOKEN";
  throw new UsageError(
    `Twilio credentials: ${missing} is not set; set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both ` +
      "TWILIO_API_KEY and TWILIO_API_SECRET",
  );
}
