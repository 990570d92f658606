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
      settled();
      reject(reason);
      abort.abort(reason);
    };
    const ms = timeout.attempt;
    const timer =
      ms === Number.POSITIVE_INFINITY
        ? undefined
        : startTimer(ms, () => stop(new TimeoutError(operation, ms, "attempt")));
    const giveUp = () => stop(ending.reason);
    ending.watch(giveUp);
    const settled = () => {
      clearTimeout(timer);
      ending.unwatch(giveUp);
    };
    next(request).then(
      (response) => {
        settled();
        resolve(response);
      },
      (error) => {
        settled();
        reject(error);
      },
    );
  });
};
