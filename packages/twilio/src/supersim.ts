import { type Client, createClientOf, nextLink } from "@usagewire/client";
import { resolveOptions, type TwilioCredentials, type TwilioOptions } from "./credentials.ts";
import { api } from "./generated/supersim/operations.ts";
import type { components, paths } from "./generated/supersim/schema.ts";

/** The data usage of Super SIMs in one period, summed by what the request groups by. In bytes; prices as sent. */
export type SuperSimUsageRecord = components["schemas"]["SuperSimUsageRecord"];

/** A client of the Super SIM API. */
export type TwilioSuperSim = Client<paths, typeof api, never>;

/**
 * Creates a client of Twilio's Super SIM API, `https://supersim.twilio.com`. KORE serves the same API at
 * `https://supersim.api.korewireless.com` (`baseUrl`), with a bearer `token` and at most 249 records per page.
 *
 * @param options Credentials, which default to environment variables, and client options.
 * @throws TypeError if credentials are missing, empty or contradictory, or an option is invalid.
 * @throws RangeError if a number among the options is out of range.
 *
 * @example
 * ```ts
 * import { createTwilioSuperSim } from "@usagewire/twilio";
 *
 * const supersim = createTwilioSuperSim({ accountSid: "AC123", authToken: "secret" });
 * for await (const record of supersim.paginate("/v1/UsageRecords", { params: { query: { Granularity: "day" } } })) {
 *   console.log(record.period?.start_time, record.data_total);
 * }
 * ```
 */
export function createTwilioSuperSim(options: TwilioCredentials & TwilioOptions = {}): TwilioSuperSim {
  return createClientOf<paths, typeof api, never>(
    [nextLink],
    api,
    resolveOptions("createTwilioSuperSim", options).options,
  );
}
