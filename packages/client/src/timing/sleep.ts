import type { Ending } from "./ending.ts";
import { startTimer } from "./start-timer.ts";

/** Waits so many milliseconds; the call's end ends it at once, with its reason. */
export const sleep = (ms: number, ending: Ending): Promise<void> =>
  new Promise((resolve, reject) => {
    if (ending.ended) return reject(ending.reason);
    const timer = startTimer(ms, resolve);
    ending.watch(() => {
      clearTimeout(timer);
      reject(ending.reason);
    });
  });
