import { bearerToken, createClient, type LeanClient, nextLink } from "@usagewire/client/lean";
import { resolveCredentials, type WithAccount } from "../credentials.ts";
import { api } from "../generated/usage/operations.ts";
import type { paths } from "../generated/usage/schema.ts";
import type { TokenCredentials, TwilioCredentials } from "./credentials.ts";
import type { TwilioOptions } from "./options.ts";

/** A client that fills `AccountSid` in paths itself, unless a call names another account. */
export type TwilioUsage = LeanClient<paths, typeof api, "accountSid">;

/** A client made with a token alone: each call names its account. */
export type TwilioUsageWithoutAccount = LeanClient<paths, typeof api, never>;

/**
 * The client of `@usagewire/twilio` without windows, hooks, token functions, and advice in messages.
 *
 * @throws TypeError when credentials are missing or contradict each other.
 */
export function createTwilioUsage(options?: WithAccount<string> & TwilioOptions): TwilioUsage;
export function createTwilioUsage(options: TokenCredentials & TwilioOptions): TwilioUsageWithoutAccount;
export function createTwilioUsage(
  options: TwilioCredentials & TwilioOptions = {},
): TwilioUsageWithoutAccount {
  const { authorize, accountSid } = resolveCredentials(options, bearerToken);
  const defaults = { accountSid };
  return createClient<paths, typeof api, never>(api, { ...options, authorize, defaults, styles: [nextLink] });
}
