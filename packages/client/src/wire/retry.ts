import { bindCall, callOf } from "../call.ts";
import { retryAfter } from "../errors/retry-after.ts";
import type { Wire } from "../fetch.ts";
import { callEvent, outcome, tell } from "../hooks/events.ts";
import { backoff } from "../retry/backoff.ts";
import type { Budget } from "../retry/create-budget.ts";
import { isTransientError, isTransientStatus } from "../retry/is-transient.ts";
import { sleep } from "../timing/sleep.ts";

/** Attempts, until one is answered for good or there is no point in another. */
export const retry =
  (budget: Budget): Wire =>
  (next) =>
  async (first) => {
    const call = callOf(first);
    const hook = call.hooks.retry;
    const event = hook && callEvent(call, first);
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
      if (event) tell(hook, { ...event, attempt: call.attempt, delay, ...outcome(call, response, error) });
      await sleep(delay, call.signal);
      call.abort = new AbortController();
      request = bindCall(call.again(), call);
    }
  };
