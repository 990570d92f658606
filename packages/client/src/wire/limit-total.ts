import { onAbort } from "@usagewire/pagination";
import { callOf } from "../call.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Wire } from "../fetch.ts";
import { startTimer } from "../timing/start-timer.ts";

/** The total timeout, as a signal that everything beneath obeys like the caller's own. */
export const limitTotal: Wire = (next) => (request) => {
  const call = callOf(request);
  const { total } = call.timeout;
  if (total === Number.POSITIVE_INFINITY) return next(request);

  const { signal } = call;
  const controller = new AbortController();
  const timer = startTimer(total, () => controller.abort(new TimeoutError(call.operation, total, "total")));
  if (signal?.aborted) controller.abort(signal.reason);
  const release = signal && onAbort(signal, () => controller.abort(signal.reason));
  call.signal = controller.signal;
  return next(request).finally(() => {
    clearTimeout(timer);
    release?.();
  });
};
