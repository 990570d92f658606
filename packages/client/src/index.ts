export {
  type ConcurrencyOption,
  type Page,
  type Pager,
  type PagerIterator,
  type PagerOptions,
  PaginationError,
  type RecordPager,
  type WindowOption,
  type WindowRange,
} from "@usagewire/pagination";
export { parseExact } from "@usagewire/pagination/internal";
export type {
  ApiDescription,
  OperationDescription,
  Operations,
  ParameterDescription,
  ParameterDescriptions,
  SecurityScheme,
} from "./api-description.ts";
export { type Advice, type AnyResult, type DataOf, unwrap } from "./api-error.ts";
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
export {
  type Client,
  type ClientCall,
  type ClientOptions,
  checkOptionNames,
  createClient,
} from "./client.ts";
export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  ConnectionError,
  type ErrorClass,
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
export type {
  Accepted,
  AcceptedValue,
  ApiOf,
  BodyOf,
  ConcurrencyAndWindow,
  DescriptionOf,
  ElementOf,
  ExtraQuery,
  FailureBody,
  Flat,
  HasDefault,
  Init,
  InitArgs,
  ItemAt,
  ItemsPointer,
  ListWindow,
  Located,
  Member,
  Method,
  OperationOf,
  PagedItem,
  PagedPath,
  PaginateInit,
  Params,
  ParamsInit,
  PathWith,
  ReplaceAll,
  RequestBodyInit,
  RequestHeaders,
  RequiredKeys,
  Resolve,
  Result,
  Sequential,
  SuccessBody,
  SuccessStatus,
  Unescape,
  Windowed,
  WindowedPath,
  WindowsInit,
  WithDefaults,
} from "./types.ts";
