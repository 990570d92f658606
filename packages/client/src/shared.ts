export { type Page, type Pager, PaginationError } from "@usagewire/pagination";
export type {
  ApiDescription,
  OperationDescription,
  ParameterDescription,
  ParameterDescriptions,
  SecurityScheme,
} from "./api-description.ts";
export { basic } from "./authorize/basic.ts";
export { type BearerToken, bearer, type FetchedToken } from "./authorize/bearer.ts";
export { bearerToken } from "./authorize/bearer-token.ts";
export { firstAccepted } from "./authorize/first-accepted.ts";
export { header } from "./authorize/header.ts";
export type { Calls, PagedItem } from "./client.ts";
export type { SharedOptions } from "./client-options.ts";
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
export { TimeoutError } from "./errors/timeout-error.ts";
export { UsagewireError } from "./errors/usagewire-error.ts";
export type { Fetch, Wire } from "./fetch.ts";
export type { UnreadableErrorBody } from "./response/unreadable-error-body.ts";
export type { BudgetOptions } from "./retry/create-budget.ts";
export type { ClientRetryOptions, RetryOptions } from "./retry/retry-options.ts";
export type { TimeoutOption, TimeoutOptions } from "./timing/timeout-options.ts";
export type { SuccessBody } from "./types/bodies.ts";
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
