import type { OperationDescription } from "../api-description.ts";
import { bindCall, type Call, type Cancellation, callOf, type RetryPolicy } from "../call.ts";
import { ConnectionError, MalformedResponseError, TimeoutError } from "../errors.ts";
import { checkKeys, checkOptions } from "../options.ts";
import type { Middleware } from "./middleware.ts";
import { retryAfter } from "./rate-limit.ts";
import { startTimer } from "./timeouts.ts";

/** How a call is retried. Only calls of idempotent operations are. */
export interface RetryOptions {
  /** Attempts after the first. Defaults to 2: if 30 % of the responses are faults, one call in 37 fails. */
  readonly maxRetries?: number | undefined;
  /** Upper limit of the first delay in ms. It doubles with each retry; the delay is a random part of it. Defaults to 500. */
  readonly minDelay?: number | undefined;
  /**
   * Upper limit of every delay in ms. If a provider asks for a longer one (`Retry-After`), the call is not retried, and the
   * `retryAfter` of its error tells when to try again. Defaults to 30,000.
   */
  readonly maxDelay?: number | undefined;
}

/** How the calls of a client are retried. */
export interface ClientRetryOptions extends RetryOptions {
  /** The retry budget that all calls of the client share; `false` for no limit. Keeps retries from multiplying an outage. */
  readonly budget?: false | BudgetOptions | undefined;
}

/** The size of a retry budget. */
export interface BudgetOptions {
  /**
   * The most retries the budget can hold, and how many it starts with. Defaults to 20: an outage then costs 1.1 requests per
   * call over 200 calls, and a connection that drops under many calls is still recovered from.
   */
  readonly capacity?: number | undefined;
  /** Retries earned by each response that needs no retry. Defaults to 1, which covers faults on up to half of the responses. */
  readonly perAnswer?: number | undefined;
}

const defaults: RetryPolicy = { maxRetries: 2, minDelay: 500, maxDelay: 30_000 };

/**
 * Fills in the defaults of a retry option.
 *
 * @throws TypeError if the option is neither `false` nor an object, or has an unknown member.
 * @throws RangeError if a number is negative or not a number.
 */
export function resolveRetry(option: RetryOptions | false | undefined, client?: RetryPolicy): RetryPolicy {
  const base = client ?? defaults;
  if (option === undefined) return base;
  if (option === false) return { ...base, maxRetries: 0 };
  if (typeof option !== "object" || option === null)
    throw new TypeError(`option retry must be false or an object; received ${String(option)}`);
  // The budget is the client's: all of its calls share it.
  checkKeys("option retry", option, [...Object.keys(defaults), ...(client === undefined ? ["budget"] : [])]);
  const policy = {
    maxRetries: option.maxRetries ?? base.maxRetries,
    minDelay: option.minDelay ?? base.minDelay,
    maxDelay: option.maxDelay ?? base.maxDelay,
  };
  for (const [name, value] of Object.entries(policy)) {
    if (!(typeof value === "number" && value >= 0))
      throw new RangeError(`retry.${name} must be 0 or more; received ${value}`);
  }
  return policy;
}

/** Called once for each call; returns what to call before each retry. `delay` is in ms. */
export type RetryListener = (
  call: Call,
  request: Request,
) => ((delay: number, response: Response | undefined, error: unknown) => void) | undefined;

/** Sends a request again until there is a response that needs no retry, or another attempt is not allowed. */
export const retry =
  (budget: Budget, listener: RetryListener): Middleware =>
  (next) =>
  async (first) => {
    const call = callOf(first);
    const beforeRetry = listener(call, first);
    for (let request = first; ; call.attempt += 1) {
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await next(request);
        if (!isTransientStatus(response.status)) {
          budget.refill();
          return response;
        }
      } catch (thrown) {
        if (!isTransientError(thrown)) throw thrown;
        error = thrown;
      }

      const seconds = response && retryAfter(response);
      const { maxRetries, maxDelay } = call.retry;
      const allowed =
        call.idempotent &&
        call.attempt <= maxRetries &&
        !(seconds !== undefined && seconds * 1000 > maxDelay) &&
        // A 429 means overload, not outage, and pacing reduces the load: it does not use the budget.
        (response?.status === 429 || budget.take());
      if (!allowed) {
        if (response !== undefined) return response;
        throw error;
      }

      const delay = backoff(call.retry, call.attempt, seconds);
      beforeRetry?.(delay, response, error);
      await sleep(delay, call.cancellation);
      call.controller = new AbortController();
      request = bindCall(call.newRequest(), call);
    }
  };

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether a response with this status is worth a retry. */
const isTransientStatus = (status: number): boolean => transientStatuses.has(status);

/** Whether an error is worth a retry: no complete response, or JSON that is cut off, as some proxies send it. */
const isTransientError = (error: unknown): boolean =>
  ConnectionError.is(error) ||
  (TimeoutError.is(error) && error.scope === "attempt") ||
  (MalformedResponseError.is(error) && Object(error.cause).name === "SyntaxError");

const idempotentMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** Whether an operation may be sent twice: what its description says, or the default of its HTTP method (RFC 9110). */
export const isIdempotent = (method: string, description: OperationDescription | undefined): boolean =>
  description?.idempotent ?? idempotentMethods.has(method);

/**
 * The delay before a retry, in ms: exponential backoff with full jitter, so that clients that failed together do not retry
 * together. A delay that the provider asks for is always waited, with some jitter added.
 *
 * @param retry The number of the retry, from 1.
 * @param seconds The delay that the provider asks for.
 */
export function backoff(
  { minDelay, maxDelay }: RetryPolicy,
  retry: number,
  seconds: number | undefined,
): number {
  // 30 doublings of 1 ms are 12 days; without the limit, a delay of 0 times infinity would be NaN.
  const longest = Math.min(maxDelay, minDelay * 2 ** Math.min(retry - 1, 30));
  return seconds === undefined
    ? Math.random() * longest
    : seconds * 1000 + Math.random() * Math.min(minDelay, maxDelay);
}

/** Waits for some ms. Rejects at once when the call is cancelled. */
const sleep = (ms: number, cancellation: Cancellation): Promise<void> =>
  new Promise((resolve, reject) => {
    if (cancellation.cancelled) return reject(cancellation.reason);
    const timer = startTimer(ms, resolve);
    cancellation.onCancel(() => {
      clearTimeout(timer);
      reject(cancellation.reason);
    });
  });

/** The retries that a client's calls may still make. */
export interface Budget {
  /** Takes one retry; returns whether there was one. */
  take(): boolean;
  refill(): void;
}

/**
 * Creates a retry budget. The share of good responses tells a flaky provider, where retries help, from one that is down,
 * where they multiply the load: an outage costs `capacity` extra requests and then none, and the first good response after
 * it allows retries again.
 */
export function createBudget(options: BudgetOptions | false = {}): Budget {
  if (options === false) return { take: () => true, refill: () => {} };
  checkOptions("option retry.budget", options, { capacity: "a number", perAnswer: "a number" });
  const { capacity = 20, perAnswer = 1 } = options;
  let left = capacity;
  return {
    take: () => left >= 1 && --left >= 0,
    refill: () => {
      left = Math.min(capacity, left + perAnswer);
    },
  };
}
