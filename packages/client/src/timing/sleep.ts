import { onAbort } from "@usagewire/pagination";
import { startTimer } from "./start-timer.ts";

/** Waits so many milliseconds; an abort ends it at once, with the signal's reason. */
export const sleep = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = startTimer(ms, () => {
      release?.();
      resolve();
    });
    const release =
      signal &&
      onAbort(signal, () => {
        clearTimeout(timer);
        release?.();
        reject(signal.reason);
      });
  });
