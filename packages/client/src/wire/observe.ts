import { callOf } from "../call.ts";
import type { Wire } from "../fetch.ts";
import { callEvent, outcome, tell } from "../hooks/events.ts";

const observe =
  (begin: "start" | undefined, finish: "attempt" | "end"): Wire =>
  (next) =>
  (request) => {
    const call = callOf(request);
    const before = begin && call.hooks[begin];
    const after = call.hooks[finish];
    if (before === undefined && after === undefined) return next(request);

    const event = callEvent(call, request);
    const began = performance.now();
    const ended = (response: Response | undefined, error?: unknown) => {
      const { attempt } = call;
      tell(after, {
        ...event,
        attempt,
        duration: performance.now() - began,
        ...outcome(call, response, error),
      });
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
export const observeCall = observe("start", "end");

/** The hook `attempt`. */
export const observeAttempt = observe(undefined, "attempt");
