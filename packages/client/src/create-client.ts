import { createPager } from "@usagewire/pagination";
import type { ApiDescription } from "./api-description.ts";
import { buildClient } from "./build-client.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import type { ApiOf } from "./types/paths.ts";
import { createWindows, cutQuery } from "./windows.ts";
import { observeAttempt, observeCall, observeRetries } from "./wire/observe.ts";

/**
 * A typed client from what `@usagewire/codegen` generates: `createClient<paths>(api, options)`.
 *
 * @throws TypeError when `authorize`, `fetch` or a hook is no function.
 * @throws TypeError when `baseUrl` is missing or no https URL (http to loopback, or with `allowHttp`).
 * @throws RangeError when a number among the options is out of range.
 */
export function createClient<Paths, Api extends ApiDescription = ApiOf<Paths>, Given extends string = string>(
  api: Api,
  options?: ClientOptions,
): Client<Paths, Api, Given>;
// The types say per operation what these functions do for any; `object` is what the two have in common.
export function createClient(api: ApiDescription, options: ClientOptions = {}): object {
  const observe = { call: observeCall, attempt: observeAttempt, retries: observeRetries };
  const client = buildClient(api, options, { observe, createPager, cutQuery });
  return { ...client, windows: createWindows(api) };
}
