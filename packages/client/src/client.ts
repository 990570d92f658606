import type { Pager, PagingStyle } from "@usagewire/pagination";
import { styles } from "@usagewire/pagination/internal";
import type { ApiDescription } from "./api-description.ts";
import type { Advice } from "./api-error.ts";
import { connect } from "./middleware/connect.ts";
import { attemptHook, callHooks, type Hooks, retryHook } from "./middleware/hooks.ts";
import { chain, type Fetch, type Middleware } from "./middleware/middleware.ts";
import { Pacer, pace } from "./middleware/pacing.ts";
import { readBody } from "./middleware/read-body.ts";
import { redactErrors } from "./middleware/redact.ts";
import { type ClientRetryOptions, createBudget, resolveRetry, retry } from "./middleware/retry.ts";
import { attemptTimeout, callTimeout, resolveTimeout, type TimeoutOption } from "./middleware/timeouts.ts";
import { checkKeys, checkOptions } from "./options.ts";
import { createPaginate, createWindows } from "./paginate.ts";
import { type CallInit, parseBaseUrl, prepareCall, requestBuilder } from "./request.ts";
import { createSend } from "./send.ts";
import type {
  ApiOf,
  DescriptionOf,
  Init,
  InitArgs,
  ListWindow,
  Method,
  OperationOf,
  PagedItem,
  PagedPath,
  PaginateInit,
  Params,
  PathWith,
  Result,
  SuccessBody,
  WindowedPath,
  WindowsInit,
} from "./types.ts";

/** The options of {@link createClient}. */
export interface ClientOptions {
  /**
   * Adds credentials to requests: `basic()`, `bearer()`, `header()`, `firstAccepted()`, or your own middleware. It may set
   * headers on the request that it gets, because every attempt has its own. Defaults to no credentials.
   */
  readonly authorize?: Middleware | undefined;
  /** The URL of the API; a path prefix is kept. Defaults to the first server of the spec. */
  readonly baseUrl?: string | undefined;
  /** Whether `baseUrl` may use plain http to another machine, which exposes the credentials. Defaults to `false`. */
  readonly allowHttp?: boolean | undefined;
  /** Sends a request. Defaults to the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How failed calls of idempotent operations are retried; `false` for not at all. Defaults to two retries, within a budget. */
  readonly retry?: false | ClientRetryOptions | undefined;
  /** Milliseconds for each attempt, or `{ attempt, total }`. Defaults to 60,000 for each attempt and no total. */
  readonly timeout?: TimeoutOption | undefined;
  /**
   * The most requests in flight, for all calls and pagers of the client together. Defaults to no limit until a response is
   * 429, and then to what the provider accepts.
   */
  readonly maxConcurrency?: number | undefined;
  /** The `User-Agent` header. Defaults to `usagewire`. */
  readonly userAgent?: string | undefined;
  /** Values of the path parameters that the spec marks with `x-client-default`, by that name. Defaults to none. */
  readonly defaults?: Readonly<Record<string, string | undefined>> | undefined;
  /** Callbacks for logs and traces. Defaults to none. */
  readonly hooks?: Hooks | undefined;
  /** What to do about errors, by the provider's error code. Appended to the message of an `ApiError`. Defaults to none. */
  readonly advice?: Advice | undefined;
}

/**
 * A typed client of one API.
 *
 * The methods `GET` to `DELETE` resolve with `{ data, error, response }`, also for responses outside 2xx. They reject with a
 * `ConnectionError`, `TimeoutError`, `MalformedResponseError` or the reason of an aborted signal, and with a `TypeError` or
 * `RangeError` if an argument is invalid.
 *
 * @typeParam Paths The type that openapi-typescript generates.
 * @typeParam Api The type of the operation table.
 * @typeParam Defaults The names of the client options that fill path parameters.
 */
export interface Client<Paths, Api extends ApiDescription, Defaults extends string> {
  GET: ClientCall<Paths, Api, Defaults, "get">;
  POST: ClientCall<Paths, Api, Defaults, "post">;
  PUT: ClientCall<Paths, Api, Defaults, "put">;
  PATCH: ClientCall<Paths, Api, Defaults, "patch">;
  DELETE: ClientCall<Paths, Api, Defaults, "delete">;
  /**
   * Walks a list: iterate over the pager for its records, or over `pages()` for its pages.
   *
   * @throws TypeError or RangeError if an argument is invalid, and PaginationError if the cursor is not for this list; both at
   * once. The pager throws a `PaginationError` whose `cause` is an `ApiError`, or what the call rejected with.
   */
  paginate<P extends PagedPath<Paths, Api>>(
    path: P,
    ...args: InitArgs<PaginateInit<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Defaults>>
  ): Pager<PagedItem<Paths, Api, P>, SuccessBody<OperationOf<Paths, "get", P>>>;
  /**
   * Cuts a list by time into windows for a job queue, in the order in which `paginate` walks them. Each is plain JSON:
   * `paginate(path, { params })` walks it. Sends no request.
   *
   * @throws TypeError or RangeError if the list cannot be cut this way.
   */
  windows<P extends WindowedPath<Paths, Api>>(
    path: P,
    init: WindowsInit<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Defaults>,
  ): ListWindow<P, Params<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Defaults>>[];
}

export type ClientCall<Paths, Api extends ApiDescription, Defaults extends string, M extends Method> = <
  P extends PathWith<Paths, M>,
>(
  path: P,
  ...args: InitArgs<Init<OperationOf<Paths, M, P>, DescriptionOf<Api, M, P>, Defaults>>
) => Promise<Result<OperationOf<Paths, M, P>>>;

/**
 * Creates a typed client from the two files that `@usagewire/codegen` generates.
 *
 * @param api The operation table, from `operations.ts`.
 * @param options Credentials, retries, timeouts and more; see {@link ClientOptions}. All are optional.
 * @returns A client with `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `paginate` and `windows`.
 * @throws TypeError if an option is unknown or has the wrong type, or `baseUrl` is invalid.
 * @throws RangeError if a number in `retry`, `timeout` or `maxConcurrency` is out of range.
 *
 * @example
 * ```ts
 * import { basic, createClient } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * const client = createClient<SuperSimPaths>(superSimApi, { authorize: basic("SK123", "secret"), timeout: 30_000 });
 * for await (const record of client.paginate("/v1/UsageRecords", { limit: 10 })) console.log(record.data_total);
 * ```
 */
export function createClient<
  Paths,
  Api extends ApiDescription = ApiOf<Paths>,
  Defaults extends string = string,
>(api: Api, options: ClientOptions = {}): Client<Paths, Api, Defaults> {
  return createClientOf(styles, api, options);
}

/**
 * Creates a client like {@link createClient}, for lists of some paging styles. A bundle then holds only these.
 *
 * @param styles The styles: `nextLink`, `nextToken`, `offset`, `pageNumber`. `paginate` throws for a list of any other.
 * @param api The operation table, from `operations.ts`.
 * @param options As of `createClient`.
 * @returns A client with `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `paginate` and `windows`.
 * @throws TypeError if an option is unknown or has the wrong type, or `baseUrl` is invalid.
 * @throws RangeError if a number in `retry`, `timeout` or `maxConcurrency` is out of range.
 *
 * @example
 * ```ts
 * import { basic, createClientOf, nextLink } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * const client = createClientOf<SuperSimPaths>([nextLink], superSimApi, { authorize: basic("SK123", "secret") });
 * ```
 */
export function createClientOf<
  Paths,
  Api extends ApiDescription = ApiOf<Paths>,
  Defaults extends string = string,
>(styles: readonly PagingStyle[], api: Api, options?: ClientOptions): Client<Paths, Api, Defaults>;
// The types are per operation and these functions are for any; `object` is what both have in common.
export function createClientOf(
  styles: readonly PagingStyle[],
  api: ApiDescription,
  options: ClientOptions = {},
): object {
  checkClientOptions(options);
  const { authorize = (next) => next, fetch = (request) => globalThis.fetch(request), hooks = {} } = options;
  const retryPolicy = resolveRetry(options.retry);
  const budget = createBudget(options.retry === false ? false : options.retry?.budget);
  const pacer = new Pacer(options.maxConcurrency, retryPolicy.maxRetries > 0 ? retryPolicy.maxDelay : 0);
  const send = chain(
    [
      // Once for each call.
      callHooks(hooks),
      callTimeout,
      retry(budget, retryHook(hooks)),
      // Once for each attempt. Waiting for a slot is not part of its time.
      pace(pacer),
      attemptHook(hooks),
      attemptTimeout,
      // Part of the attempt, so that a body that is cut off is retried.
      readBody,
      // For each attempt, because a token may have expired.
      authorize,
      // Must see the credentials, and no one else may see the response before it.
      redactErrors,
      connect,
    ],
    fetch,
  );

  const headers = Object.freeze({
    accept: "application/json",
    "user-agent": options.userAgent ?? "usagewire",
  });
  const baseUrl = parseBaseUrl(options.baseUrl ?? api.baseUrl, options.allowHttp === true);
  const sendCall = createSend({
    buildRequest: requestBuilder(baseUrl, headers),
    fetch: send,
    headers,
    advice: options.advice,
  });
  const defaults = {
    parameters: options.defaults,
    retry: retryPolicy,
    timeout: resolveTimeout(options.timeout),
  };
  const call =
    (method: string) =>
    async (path: string, init: CallInit = {}) =>
      sendCall(prepareCall(api, defaults, method, path, init));

  return {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
    paginate: createPaginate(api, styles, sendCall, defaults),
    windows: createWindows(api),
  };
}

/** The options of `createClient`. */
const clientOptions: Readonly<Record<keyof ClientOptions, string>> = {
  authorize: "a function",
  baseUrl: "a string",
  allowHttp: "true or false",
  fetch: "a function",
  retry: "false or an object",
  timeout: "a number or an object",
  maxConcurrency: "a number",
  userAgent: "a string",
  defaults: "an object",
  hooks: "an object",
  advice: "an object",
};
const hookNames: Readonly<Record<keyof Hooks, string>> = {
  start: "a function",
  attempt: "a function",
  retry: "a function",
  end: "a function",
};

/** @throws TypeError if an option is unknown or has the wrong type. */
function checkClientOptions(options: ClientOptions): void {
  checkOptions("createClient", options, clientOptions);
  checkOptions("option hooks", options.hooks ?? {}, hookNames);
}

/**
 * Checks the names of the options of a factory that takes options of its own besides those of `createClient`. Pass only the
 * latter on: `createClient` refuses names that it does not know.
 *
 * @param factory The name of the factory, for the message.
 * @param options The options that it received.
 * @param own The names of its own options.
 * @param fixed The options of `createClient` that it sets itself and does not accept.
 * @throws TypeError if a name is unknown.
 *
 * @example
 * ```ts
 * import { type ClientOptions, checkOptionNames, createClient, header } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * function createFleet(options: { apiKey: string } & Omit<ClientOptions, "authorize">) {
 *   checkOptionNames("createFleet", options, ["apiKey"], ["authorize"]);
 *   const { apiKey, ...rest } = options;
 *   return createClient<SuperSimPaths>(superSimApi, { ...rest, authorize: header("X-Api-Key", apiKey) });
 * }
 * ```
 */
export function checkOptionNames(
  factory: string,
  options: object,
  own: readonly string[],
  fixed: readonly (keyof ClientOptions)[] = [],
): void {
  const ofClient = Object.keys(clientOptions).filter((name) => !fixed.some((other) => other === name));
  checkKeys(factory, options, [...own, ...ofClient]);
}
