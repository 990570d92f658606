import { callOf } from "../call.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Wire } from "../fetch.ts";
import { startTimer } from "../timing/start-timer.ts";

/**
 * Ends an attempt at once when its time is up or the call is ended, even where a `fetch` or a token function beneath
 * does not listen to the request's signal. It leaves no timer and no listener.
 */
export const limitAttempt: Wire = (next) => (request) => {
  const { ending, abort, operation, timeout } = callOf(request);
  return new Promise((resolve, reject) => {
    if (ending.ended) return reject(ending.reason);
    const stop = (reason: unknown) => {
      clearTimeout(timer);
      reject(reason);
      abort.abort(reason);
    };
    const ms = timeout.attempt;
    const timer =
      ms === Number.POSITIVE_INFINITY
        ? undefined
        : startTimer(ms, () => stop(new TimeoutError(operation, ms, "attempt")));
    ending.watch(() => stop(ending.reason));
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
