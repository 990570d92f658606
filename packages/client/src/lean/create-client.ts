import type { ApiDescription } from "../api-description.ts";
import { buildClient } from "../build-client.ts";
import type { ClientOptions } from "../client-options.ts";
import type { ApiOf } from "../types/paths.ts";
import type { LeanClient } from "./client.ts";
import type { LeanClientOptions } from "./client-options.ts";
import { lacking } from "./lacking.ts";
import { pagerOf } from "./pager-of.ts";

/**
 * The client of `createClient` without windows and hooks, and with the paging styles that it is given: what a bundle need
 * not hold. `createClient<paths>(api, { styles: [nextLink] })`.
 *
 * @throws TypeError when it is given hooks or advice, and whatever the full `createClient` throws.
 */
export function createClient<Paths, Api extends ApiDescription = ApiOf<Paths>, Given extends string = string>(
  api: Api,
  options?: LeanClientOptions,
): LeanClient<Paths, Api, Given>;
// The types say per operation what these functions do for any; `object` is what the two have in common.
export function createClient(api: ApiDescription, options: LeanClientOptions = {}): object {
  const { styles = [], ...others } = options;
  const { hooks, advice }: ClientOptions = others;
  if (hooks !== undefined) throw lacking("hooks");
  if (advice !== undefined) throw lacking("advice");
  const windows = () => {
    throw lacking("windows");
  };
  return { ...buildClient(api, others, { createPager: pagerOf(styles), cutQuery: windows }), windows };
}
