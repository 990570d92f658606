export { type Page, type Pager, PaginationError } from "@usagewire/pagination";
export type {
  ApiDescription,
  OperationDescription,
  ParameterDescription,
  ParameterDescriptions,
  SecurityScheme,
} from "./api-description.ts";
export { basic } from "./authorize/basic.ts";
export { type BearerToken, bearer } from "./authorize/bearer.ts";
export { firstAccepted } from "./authorize/first-accepted.ts";
export { header } from "./authorize/header.ts";
export type { Client, PagedItem } from "./client.ts";
export { type ClientOptions, createClient } from "./create-client.ts";
export { environment } from "./environment.ts";
export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./errors/api-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { MalformedResponseError } from "./errors/malformed-response-error.ts";
export { UsagewireError } from "./errors/usagewire-error.ts";
export type { Fetch, Wire } from "./fetch.ts";
export type { UnreadableErrorBody } from "./response/unreadable-error-body.ts";
export type { Init, InitArgs } from "./types/init.ts";
export type {
  ApiOf,
  DescriptionOf,
  Method,
  OperationOf,
  PagedPath,
  PathWith,
  WindowedPath,
} from "./types/paths.ts";
export type { Result } from "./types/result.ts";
export { unwrap } from "./unwrap.ts";
