export interface BudgetOptions {
  /**
   * Retries that a client may make before any answer was good, and the most it can save up. Default: 20: an outage then
   * costs 1.1 requests per call over 200 calls, and a connection that drops under many calls is still got over.
   */
  readonly capacity?: number | undefined;
  /** Retries that each answer pays for that is none to try again. Default: 1, which rides out faults on up to half. */
  readonly perAnswer?: number | undefined;
}

/** What a client's calls may still spend on retries. */
export interface Budget {
  /** Whether there was a retry left; it is spent. */
  take(): boolean;
  refill(): void;
}

/**
 * A bucket that good answers fill and retries empty. It is the share of good answers that tells a flaky provider, where
 * retries help, from one that is down, where they multiply the load: an outage costs `capacity` requests more and then
 * none, and the first good answer after it pays for retries again.
 */
export function createBudget(options: BudgetOptions | false = {}): Budget {
  if (options === false) return { take: () => true, refill: () => {} };
  const { capacity = 20, perAnswer = 1 } = options;
  let left = capacity;
  return {
    take: () => left >= 1 && --left >= 0,
    refill: () => {
      left = Math.min(capacity, left + perAnswer);
    },
  };
}
