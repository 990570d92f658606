import { bearer, type Client, createClient } from "@usagewire/client";
import { advice } from "./advice.ts";
import {
  resolveCredentials,
  type TokenCredentials,
  type TwilioCredentials,
  type WithAccount,
} from "./credentials.ts";
import { api } from "./generated/usage/operations.ts";
import type { paths } from "./generated/usage/schema.ts";
import type { TwilioOptions } from "./options.ts";

/** A client that fills `AccountSid` in paths itself, unless a call names another account. */
export type TwilioUsage = Client<paths, typeof api, "accountSid">;

/** A client made with a token alone: each call names its account. */
export type TwilioUsageWithoutAccount = Client<paths, typeof api, never>;

/**
 * A client of the 2010-04-01 API's Usage Records, `https://api.twilio.com`. `AccountSid` in paths defaults to the
 * account of the credentials; with a `token` and no `accountSid`, the types want it in `params.path`.
 *
 * @throws TypeError when credentials are missing or contradict each other.
 */
export function createTwilioUsage(options?: WithAccount & TwilioOptions): TwilioUsage;
export function createTwilioUsage(options: TokenCredentials & TwilioOptions): TwilioUsageWithoutAccount;
export function createTwilioUsage(
  options: TwilioCredentials & TwilioOptions = {},
): TwilioUsageWithoutAccount {
  const { authorize, accountSid } = resolveCredentials(options, bearer);
  return createClient<paths, typeof api, never>(api, {
    ...options,
    authorize,
    advice,
    defaults: { accountSid },
  });
}
