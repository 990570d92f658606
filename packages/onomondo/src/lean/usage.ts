import { createClient, type LeanClient, type LeanClientOptions, nextToken } from "@usagewire/client/lean";
import { type OnomondoCredentials, resolveCredentials } from "../credentials.ts";
import { api } from "../generated/usage/operations.ts";
import type { paths } from "../generated/usage/schema.ts";

export type Onomondo = LeanClient<paths, typeof api, never>;

export type OnomondoOptions = Omit<LeanClientOptions, "authorize" | "defaults" | "styles">;

/**
 * The client of `@usagewire/onomondo` without windows and hooks.
 *
 * @throws TypeError when the API key is missing or `authScheme` is not one of the three.
 */
export const createOnomondo = (options: OnomondoCredentials & OnomondoOptions = {}): Onomondo =>
  createClient<paths, typeof api, never>(api, {
    ...options,
    authorize: resolveCredentials(options),
    styles: [nextToken],
  });
