import { createMiddleware } from "hono/factory";
import type { ApiEnvironment } from "../http/api-environment.ts";
import type { TwilioAccount } from "./twilio-account.ts";
import { twilioError } from "./twilio-error.ts";

/**
 * Lets in who shows the account's token, its API key, or its Bearer token; 401 with code 20003 for all
 * others.
 */
export function authenticateTwilio(account: TwilioAccount) {
  const accepted = new Set([
    basic(account.accountSid, account.authToken),
    basic(account.apiKey, account.apiKeySecret),
    `Bearer ${account.token}`,
  ]);
  return createMiddleware<ApiEnvironment>(async ({ req }, next) => {
    if (!accepted.has(req.header("authorization") ?? "")) {
      throw twilioError(401, 20003, "Authenticate", { "www-authenticate": 'Basic realm="Twilio API"' });
    }
    await next();
  });
}

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
