import { hashHex, hashText } from "../synthetic/hash.ts";

/** The one Twilio account that is emulated, and everything that opens it. */
export interface TwilioAccount {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  readonly authToken: string;
  /** `SK` and 32 hexadecimal digits. */
  readonly apiKey: string;
  readonly apiKeySecret: string;
  /** Accepted as `Authorization: Bearer …`. */
  readonly token: string;
}

/** An account made up from the seed, with the caller's own values where there are any. */
export function createTwilioAccount(seed: string, given: Partial<TwilioAccount>): TwilioAccount {
  const digits = (name: string) => hashHex(hashText(`${seed}/twilio/${name}`), 0, 32);
  return {
    accountSid: given.accountSid ?? `AC${digits("account")}`,
    authToken: given.authToken ?? digits("auth-token"),
    apiKey: given.apiKey ?? `SK${digits("api-key")}`,
    apiKeySecret: given.apiKeySecret ?? digits("api-key-secret"),
    token: given.token ?? `emulated-${digits("token")}`,
  };
}
