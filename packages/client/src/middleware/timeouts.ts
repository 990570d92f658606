import { onAbort } from "@usagewire/pagination/internal";
import { callOf, type Timeouts } from "../call.ts";
import { TimeoutError } from "../errors.ts";
import { checkKeys } from "../options.ts";
import type { Middleware } from "./middleware.ts";

/** A number of milliseconds for each attempt, or {@link TimeoutOptions}. `Infinity` turns a timeout off. */
export type TimeoutOption = number | TimeoutOptions;

/** The timeouts of a call, in ms. */
export interface TimeoutOptions {
  /**
   * Milliseconds for each attempt, from sending the request to the end of the body. Includes fetching a token, and excludes
   * waiting for a slot. Defaults to 60,000: longer than a slow page takes, and short enough to notice a dead connection.
   */
  readonly attempt?: number | undefined;
  /**
   * Milliseconds for the whole call, including retries, retry delays and waiting for a slot. `paginate` applies it to each
   * page. Defaults to `Infinity`: only the caller knows how long a response is worth waiting for.
   */
  readonly total?: number | undefined;
}

/**
 * Fills in the defaults of a timeout option.
 *
 * @throws TypeError if the option has an unknown member.
 * @throws RangeError if a timeout is not a number above 0.
 */
export function resolveTimeout(
  option: TimeoutOption | undefined,
  { attempt, total }: Timeouts = { attempt: 60_000, total: Number.POSITIVE_INFINITY },
): Timeouts {
  const isObject = typeof option === "object" && option !== null;
  if (isObject) checkKeys("option timeout", option, ["attempt", "total"]);
  const given: TimeoutOptions = isObject ? option : { attempt: option };
  const timeouts = {
    attempt: given.attempt === undefined ? attempt : given.attempt,
    total: given.total ?? total,
  };
  for (const [name, ms] of Object.entries(timeouts)) {
    if (!(typeof ms === "number" && ms > 0))
      throw new RangeError(`timeout.${name} must be a number of milliseconds above 0; received ${show(ms)}`);
  }
  return timeouts;
}

const show = (value: unknown): string => (typeof value === "string" ? JSON.stringify(value) : String(value));

/** Cancels a call when the caller's signal aborts or its total timeout passes. */
export const callTimeout: Middleware = (next) => (request) => {
  const { cancellation, operation, signal, timeout } = callOf(request);
  const ms = timeout.total;
  if (signal === undefined && ms === Number.POSITIVE_INFINITY) return next(request);

  if (signal?.aborted) cancellation.cancel(signal.reason);
  const release = signal && onAbort(signal, () => cancellation.cancel(signal.reason));
  const timer =
    ms === Number.POSITIVE_INFINITY
      ? undefined
      : startTimer(ms, () => cancellation.cancel(new TimeoutError(operation, ms, "total")));
  return next(request).finally(() => {
    clearTimeout(timer);
    release?.();
  });
};

/**
 * Ends an attempt when its timeout passes or its call is cancelled, even if the `fetch` or token function below ignores the
 * request's signal. Leaves no timer and no listener behind.
 */
export const attemptTimeout: Middleware = (next) => (request) => {
  const { cancellation, controller, operation, timeout } = callOf(request);
  return new Promise((resolve, reject) => {
    if (cancellation.cancelled) return reject(cancellation.reason);
    const stop = (reason: unknown) => {
      clearTimeout(timer);
      reject(reason);
      controller.abort(reason);
    };
    const ms = timeout.attempt;
    const timer =
      ms === Number.POSITIVE_INFINITY
        ? undefined
        : startTimer(ms, () => stop(new TimeoutError(operation, ms, "attempt")));
    cancellation.onCancel(() => stop(cancellation.reason));
    next(request).then(
      (response) => {
        clearTimeout(timer);
        resolve(response);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
};

/** Starts a timer of any length. Platforms fire timers of more than 2^31-1 ms at once, so that is the longest. */
export const startTimer = (ms: number, callback: () => void): ReturnType<typeof setTimeout> =>
  setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
