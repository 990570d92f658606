import type { Advice } from "./errors/advice.ts";
import type { Fetch, Wire } from "./fetch.ts";
import type { Hooks } from "./hooks/hooks.ts";
import type { ClientRetryOptions } from "./retry/retry-options.ts";
import type { TimeoutOption } from "./timing/timeout-options.ts";

/** The options of every client. */
export interface SharedOptions {
  /**
   * Adds the credentials: `basic()`, `bearer()`, `header()`, or any function from `Fetch` to `Fetch`. The request that it
   * gets is the attempt's own: it may set headers on it. Default: none.
   */
  readonly authorize?: Wire | undefined;
  /** Where the API is served, with any path prefix. Default: the first server of the spec. */
  readonly baseUrl?: string | undefined;
  /** Whether `baseUrl` may be plain http: to another machine than this. Default: false, since credentials travel on it. */
  readonly allowHttp?: boolean | undefined;
  /** What sends a request. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** How failed calls of idempotent operations are tried again. Default: twice, paid from a budget; `false`: never. */
  readonly retry?: false | ClientRetryOptions | undefined;
  /** Milliseconds; a number is the timeout of each attempt. Default: 60,000 for each attempt, none in total. */
  readonly timeout?: TimeoutOption | undefined;
  /**
   * Requests under way at the same time, for all calls and pagers of the client together. Default: as many as there are
   * calls, until an answer is 429: from then on, as many as the provider takes.
   */
  readonly maxConcurrency?: number | undefined;
  /** The `User-Agent` header. Default: `usagewire`. */
  readonly userAgent?: string | undefined;
  /** Values for the path parameters that the spec lets the client fill (`x-client-default`), by option name. */
  readonly defaults?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface ClientOptions extends SharedOptions {
  /** Called on the way of each call, for logs and traces. */
  readonly hooks?: Hooks | undefined;
  /** What to do about refusals, by the provider's error code: sentences that end the message of an `ApiError`. */
  readonly advice?: Advice | undefined;
}
