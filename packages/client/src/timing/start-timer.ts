/** A timer of any length: past 2^31-1 ms a platform's own would fire at once, so that is where it ends. */
export const startTimer = (ms: number, callback: () => void): ReturnType<typeof setTimeout> =>
  setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
