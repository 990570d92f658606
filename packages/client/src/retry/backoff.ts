import type { RetryPolicy } from "./retry-options.ts";

/**
 * Milliseconds to wait before retry number `retry`: exponential with full jitter, so that clients that failed together do
 * not come back together. What the provider asks for (seconds) is waited in any case, some jitter after it.
 */
export function backoff(
  { minDelay, maxDelay }: RetryPolicy,
  retry: number,
  wish: number | undefined,
): number {
  // Doubled thirty times, a millisecond is twelve days; and no delay times infinity would be no number.
  const most = Math.min(maxDelay, minDelay * 2 ** Math.min(retry - 1, 30));
  return wish === undefined
    ? Math.random() * most
    : wish * 1000 + Math.random() * Math.min(minDelay, maxDelay);
}
