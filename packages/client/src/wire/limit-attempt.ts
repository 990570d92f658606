import { onAbort } from "@usagewire/pagination";
import { callOf } from "../call.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Wire } from "../fetch.ts";
import { startTimer } from "../timing/start-timer.ts";

/**
 * Ends an attempt at once when its time is up or the call is aborted, even where a `fetch` or a token function beneath
 * does not listen to the request's signal. It leaves no timer and no listener.
 */
export const limitAttempt: Wire = (next) => (request) => {
  const { signal, abort, operation, timeout } = callOf(request);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
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
    const release = signal && onAbort(signal, () => stop(signal.reason));
    const settled = () => {
      clearTimeout(timer);
      release?.();
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
