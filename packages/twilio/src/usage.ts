import { type Client, createClientOf, nextLink } from "@usagewire/client";
import {
  type CredentialsWithAccount,
  resolveOptions,
  type TokenCredentials,
  type TwilioCredentials,
  type TwilioOptions,
} from "./credentials.ts";
import { api } from "./generated/usage/operations.ts";
import type { components, paths } from "./generated/usage/schema.ts";

/** The usage and price of one category in one period. Categories overlap, so prices must not be summed across them. */
export type UsageRecord = components["schemas"]["UsageRecord"];

/** A client of the Usage Records API that fills `AccountSid` in paths, unless a call passes another account. */
export type TwilioUsage = Client<paths, typeof api, "accountSid">;

/** A client of the Usage Records API without an account: each call must pass `AccountSid`. */
export type TwilioUsageWithoutAccount = Client<paths, typeof api, never>;

/**
 * Creates a client of the Usage Records of Twilio's 2010-04-01 API, `https://api.twilio.com`. `AccountSid` in paths defaults
 * to the account of the credentials; with a `token` and no `accountSid`, it is required in `params.path`.
 *
 * @param options Credentials, which default to environment variables, and client options.
 * @throws TypeError if credentials are missing, empty or contradictory, or an option is invalid.
 * @throws RangeError if a number among the options is out of range.
 *
 * @example
 * ```ts
 * import { createTwilioUsage } from "@usagewire/twilio";
 *
 * const usage = createTwilioUsage({ accountSid: "AC123", authToken: "secret" });
 * const path = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";
 * const query = { Category: "sms", StartDate: "-30days" } as const;
 * const records = await usage.paginate(path, { params: { query } }).toArray();
 * console.log(records.map(({ start_date, count }) => `${start_date} ${count}`));
 * ```
 */
export function createTwilioUsage(options?: CredentialsWithAccount & TwilioOptions): TwilioUsage;
export function createTwilioUsage(options: TokenCredentials & TwilioOptions): TwilioUsageWithoutAccount;
export function createTwilioUsage(
  options: TwilioCredentials & TwilioOptions = {},
): TwilioUsageWithoutAccount {
  const { options: given, accountSid } = resolveOptions("createTwilioUsage", options);
  return createClientOf<paths, typeof api, never>([nextLink], api, { ...given, defaults: { accountSid } });
}
