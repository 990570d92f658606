import { bearerToken, createClient, type LeanClient, nextLink } from "@usagewire/client/lean";
import { resolveCredentials } from "../credentials.ts";
import { api } from "../generated/supersim/operations.ts";
import type { paths } from "../generated/supersim/schema.ts";
import type { TwilioCredentials } from "./credentials.ts";
import type { TwilioOptions } from "./options.ts";

export type TwilioSuperSim = LeanClient<paths, typeof api, never>;

/**
 * The client of `@usagewire/twilio` without windows, hooks, token functions, and advice in messages.
 *
 * @throws TypeError when credentials are missing or contradict each other.
 */
export const createTwilioSuperSim = (options: TwilioCredentials & TwilioOptions = {}): TwilioSuperSim =>
  createClient<paths, typeof api, never>(api, {
    ...options,
    ...resolveCredentials(options, bearerToken),
    styles: [nextLink],
  });
