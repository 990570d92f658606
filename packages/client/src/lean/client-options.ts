import type { PagingStyle } from "@usagewire/pagination";
import type { SharedOptions } from "../client-options.ts";

export interface LeanClientOptions extends SharedOptions {
  /** The styles of paging that `paginate` knows: `nextLink`, `nextLinkHeader`, `nextToken`, `offset`, `pageNumber`. Default: none. */
  readonly styles?: readonly PagingStyle[] | undefined;
}
