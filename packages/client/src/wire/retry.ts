import { bindCall, type Call, callOf } from "../call.ts";
import { retryAfter } from "../errors/retry-after.ts";
import type { Wire } from "../fetch.ts";
import { backoff } from "../retry/backoff.ts";
import type { Budget } from "../retry/create-budget.ts";
import { isTransientError, isTransientStatus } from "../retry/is-transient.ts";
import { sleep } from "../timing/sleep.ts";

/** Begins with a call, and is told of each attempt that there will be another after `delay` ms. */
export type WatchRetries = (
  call: Call,
  request: Request,
) => ((delay: number, response: Response | undefined, error: unknown) => void) | undefined;

/** Attempts, until one is answered for good or there is no point in another. */
export const retry =
  (budget: Budget, watch?: WatchRetries): Wire =>
  (next) =>
  async (first) => {
    const call = callOf(first);
    const willRetry = watch?.(call, first);
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

      const wish = response && retryAfter(response);
      const { maxRetries, maxDelay } = call.retry;
      const again =
        call.idempotent &&
        call.attempt <= maxRetries &&
        !(wish !== undefined && wish * 1000 > maxDelay) &&
        // Who answers 429 is not down and takes less at a time, which pacing gives: it does not spend the budget.
        (response?.status === 429 || budget.take());
      if (!again) {
        if (response !== undefined) return response;
        throw error;
      }

      const delay = backoff(call.retry, call.attempt, wish);
      willRetry?.(delay, response, error);
      await sleep(delay, call.ending);
      call.abort = new AbortController();
      request = bindCall(call.again(), call);
    }
  };
