export {
  nextLink,
  nextLinkHeader,
  nextToken,
  offset,
  type PagingStyle,
  pageNumber,
} from "@usagewire/pagination";
export type { LeanClient } from "./lean/client.ts";
export type { LeanClientOptions } from "./lean/client-options.ts";
export { createClient } from "./lean/create-client.ts";
export * from "./shared.ts";
export type { LeanPaginateInit } from "./types/paginate-init.ts";
