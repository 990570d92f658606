import { type Client, type ClientOptions, createClient } from "@usagewire/client";
import { type OnomondoCredentials, resolveCredentials } from "./credentials.ts";
import { api } from "./generated/usage/operations.ts";
import type { paths } from "./generated/usage/schema.ts";

export type Onomondo = Client<paths, typeof api, never>;

export type OnomondoOptions = Omit<ClientOptions, "authorize" | "defaults">;

/**
 * A client of Onomondo's usage API, `https://api.onomondo.com`. The provider's query parameter `limit` is its page
 * size; `paginate`'s own option `limit` is the number of records wanted in all.
 *
 * @throws TypeError when the API key is missing or `authScheme` is not one of the three.
 */
export function createOnomondo(options: OnomondoCredentials & OnomondoOptions = {}): Onomondo {
  return createClient<paths, typeof api, never>(api, { ...options, authorize: resolveCredentials(options) });
}
