export { type Page, type Pager, PaginationError, type WindowRange } from "@usagewire/pagination";
export type {
  ApiDescription,
  OperationDescription,
  ParameterDescription,
  ParameterDescriptions,
  SecurityScheme,
} from "./api-description.ts";
export { unwrap } from "./api-error.ts";
export {
  type BearerToken,
  basic,
  bearer,
  environment,
  type FetchedToken,
  firstAccepted,
  header,
} from "./authorize.ts";
export type { CallEvent } from "./call.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  ConnectionError,
  MalformedResponseError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  type UnreadableErrorBody,
  UsagewireError,
} from "./errors.ts";
export type { AttemptEvent, Hooks, Outcome, RetryEvent } from "./middleware/hooks.ts";
export type { Fetch, Middleware } from "./middleware/middleware.ts";
export type { BudgetOptions, ClientRetryOptions, RetryOptions } from "./middleware/retry.ts";
export type { TimeoutOption, TimeoutOptions } from "./middleware/timeouts.ts";
export { checkOptionNames } from "./options.ts";
export type { ListWindow, PagedItem, PagedPath, Result, SuccessBody } from "./types.ts";
