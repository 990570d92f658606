import { onAbort } from "@usagewire/pagination";
import { callOf } from "../call.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Wire } from "../fetch.ts";
import { startTimer } from "../timing/start-timer.ts";

/** Ends the call, whatever it waits for, when the caller's signal aborts or its total time is up. */
export const limitCall: Wire = (next) => (request) => {
  const { ending, operation, signal, timeout } = callOf(request);
  const ms = timeout.total;
  if (signal === undefined && ms === Number.POSITIVE_INFINITY) return next(request);

  if (signal?.aborted) ending.end(signal.reason);
  const release = signal && onAbort(signal, () => ending.end(signal.reason));
  const timer =
    ms === Number.POSITIVE_INFINITY
      ? undefined
      : startTimer(ms, () => ending.end(new TimeoutError(operation, ms, "total")));
  return next(request).finally(() => {
    clearTimeout(timer);
    release?.();
  });
};
