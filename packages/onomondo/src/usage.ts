import { type Client, checkOptionNames, createClientOf, nextToken } from "@usagewire/client";
import { type OnomondoCredentials, type OnomondoOptions, resolveCredentials } from "./credentials.ts";
import { api } from "./generated/usage/operations.ts";
import type { components, paths } from "./generated/usage/schema.ts";

/** The bytes of one session of a SIM. `time` is `YYYY-MM-DD HH:mm:ss` without a time zone, apparently UTC. */
export type OnomondoUsageRecord = components["schemas"]["OnomondoUsageRecord"];

/** A client of the usage API. */
export type Onomondo = Client<paths, typeof api, never>;

/**
 * Creates a client of Onomondo's usage API, `https://api.onomondo.com`. The provider's query parameter `limit` is the page
 * size; the option `limit` of `paginate` is the total number of records.
 *
 * @param options The API key, which defaults to an environment variable, and client options.
 * @throws TypeError if the API key is missing, or an option is invalid.
 * @throws RangeError if a number among the options is out of range.
 *
 * @example
 * ```ts
 * import { createOnomondo } from "@usagewire/onomondo";
 *
 * const onomondo = createOnomondo({ apiKey: "onok_a1b2c3.f00ba5" });
 * const query = { filter: ["time:2025-06-01", "country_code:dk"] };
 * for await (const record of onomondo.paginate("/usage", { params: { query } })) console.log(record.bytes);
 * ```
 */
export function createOnomondo(options: OnomondoCredentials & OnomondoOptions = {}): Onomondo {
  checkOptionNames("createOnomondo", options, ["apiKey", "authScheme"], ["authorize", "defaults"]);
  const { apiKey, authScheme, ...rest } = options;
  return createClientOf<paths, typeof api, never>([nextToken], api, {
    ...rest,
    authorize: resolveCredentials({ apiKey, authScheme }),
  });
}
