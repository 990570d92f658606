import type { ApiMiddleware } from "../http/middleware.ts";
import { hashHex, hashText } from "../synthetic/hash.ts";
import { twilioError } from "./errors.ts";

/** The emulated Twilio account and its credentials. */
export interface TwilioAccount {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  /** Password that goes with `accountSid`. */
  readonly authToken: string;
  /** `SK` and 32 hexadecimal digits. */
  readonly apiKey: string;
  /** Password that goes with `apiKey`. */
  readonly apiKeySecret: string;
  /** Bearer token. */
  readonly token: string;
}

/** Creates an account from the seed; given values replace generated ones. */
export function createTwilioAccount(seed: string, given: Partial<TwilioAccount> = {}): TwilioAccount {
  const digits = (name: string) => hashHex(hashText(`${seed}/twilio/${name}`), 0, 32);
  return {
    accountSid: given.accountSid ?? `AC${digits("account")}`,
    authToken: given.authToken ?? digits("auth-token"),
    apiKey: given.apiKey ?? `SK${digits("api-key")}`,
    apiKeySecret: given.apiKeySecret ?? digits("api-key-secret"),
    token: given.token ?? `emulated-${digits("token")}`,
  };
}

/** Accepts the auth token, the API key and the Bearer token. Anything else gets a 401 with code 20003. */
export function authenticate(account: TwilioAccount): ApiMiddleware {
  const accepted = new Set([
    basic(account.accountSid, account.authToken),
    basic(account.apiKey, account.apiKeySecret),
    `Bearer ${account.token}`,
  ]);
  return async ({ req }, next) => {
    if (!accepted.has(req.header("authorization") ?? "")) {
      throw twilioError(401, 20003, "Authenticate", { "www-authenticate": 'Basic realm="Twilio API"' });
    }
    await next();
  };
}

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
