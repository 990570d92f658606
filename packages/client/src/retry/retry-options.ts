import type { BudgetOptions } from "./create-budget.ts";

/** How a call is tried again; `false`: not at all. */
export interface RetryOptions {
  /** Attempts after the first. Default: 2. At 30 % faults, that leaves one call in 37 to fail. */
  readonly maxRetries?: number | undefined;
  /** The first wait is a random part of this many milliseconds, and each further one of twice as many. Default: 500. */
  readonly minDelay?: number | undefined;
  /**
   * Milliseconds that no wait exceeds. A provider that asks for a longer one (`Retry-After`) is not asked again: the
   * call ends, and the error's `retryAfter` says when to come back. Default: 30,000.
   */
  readonly maxDelay?: number | undefined;
}

export interface ClientRetryOptions extends RetryOptions {
  /** What keeps retries from multiplying an outage, for all calls of the client together; `false`: nothing does. */
  readonly budget?: false | BudgetOptions | undefined;
}

export type RetryPolicy = Readonly<Record<"maxRetries" | "minDelay" | "maxDelay", number>>;

const defaults: RetryPolicy = { maxRetries: 2, minDelay: 500, maxDelay: 30_000 };

/** @throws RangeError when a number is negative or none at all. */
export function resolveRetry(
  option: RetryOptions | false | undefined,
  client: RetryPolicy = defaults,
): RetryPolicy {
  if (option === undefined) return client;
  if (option === false) return { ...client, maxRetries: 0 };
  const policy = {
    maxRetries: option.maxRetries ?? client.maxRetries,
    minDelay: option.minDelay ?? client.minDelay,
    maxDelay: option.maxDelay ?? client.maxDelay,
  };
  for (const [name, value] of Object.entries(policy)) {
    if (!(typeof value === "number" && value >= 0))
      throw new RangeError(`retry: ${name} is ${value}; give 0 or more`);
  }
  return policy;
}
