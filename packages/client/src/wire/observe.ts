import { callOf } from "../call.ts";
import type { Fetch, Wire } from "../fetch.ts";
import { attemptEvent, callEvent, tell, withOutcome } from "../hooks/events.ts";
import type { RetryEvent } from "../hooks/hooks.ts";
import type { WatchRetries } from "./retry.ts";

const observe =
  (begin: "start" | undefined, finish: "attempt" | "end", next: Fetch): Fetch =>
  (request) => {
    const call = callOf(request);
    const before = begin && call.hooks[begin];
    const after = call.hooks[finish];
    if (before === undefined && after === undefined) return next(request);

    const event = callEvent(call, request);
    const began = performance.now();
    const ended = (response: Response | undefined, error?: unknown) => {
      const told = attemptEvent(event, call, performance.now() - began);
      tell(after, withOutcome(told, call, response, error));
    };
    tell(before, event);
    return next(request).then(
      (response) => {
        ended(response);
        return response;
      },
      (error) => {
        ended(undefined, error);
        throw error;
      },
    );
  };

/** The hooks `start` and `end`: one of each for a call, however many attempts it takes. */
export const observeCall: Wire = (next) => observe("start", "end", next);

/** The hook `attempt`. */
export const observeAttempt: Wire = (next) => observe(undefined, "attempt", next);

/** The hook `retry`. */
export const observeRetries: WatchRetries = (call, request) => {
  const hook = call.hooks.retry;
  if (hook === undefined) return undefined;
  const event = callEvent(call, request);
  return (delay, response, error) => {
    const told: RetryEvent = { ...event, attempt: call.attempt, delay };
    tell(hook, withOutcome(told, call, response, error));
  };
};
