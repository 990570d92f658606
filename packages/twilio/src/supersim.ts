import { bearer, type Client, createClient } from "@usagewire/client";
import { advice } from "./advice.ts";
import { resolveCredentials, type TwilioCredentials } from "./credentials.ts";
import { api } from "./generated/supersim/operations.ts";
import type { paths } from "./generated/supersim/schema.ts";
import type { TwilioOptions } from "./options.ts";

export type TwilioSuperSim = Client<paths, typeof api, never>;

/**
 * A client of the Super SIM API, `https://supersim.twilio.com`. KORE serves the same API at
 * `https://supersim.api.korewireless.com` (`baseUrl`), with a bearer `token` and at most 249 records a page.
 *
 * @throws TypeError when credentials are missing or contradict each other.
 */
export function createTwilioSuperSim(options: TwilioCredentials & TwilioOptions = {}): TwilioSuperSim {
  return createClient<paths, typeof api, never>(api, {
    ...options,
    ...resolveCredentials(options, bearer),
    advice,
  });
}
