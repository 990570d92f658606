/** Milliseconds: a number is the timeout of each attempt. `Infinity` turns one off. */
export type TimeoutOption = number | TimeoutOptions;

export interface TimeoutOptions {
  /**
   * For each attempt, from the sending of the request (credentials included, waiting for a slot not) to the end of the
   * body. Default: 60,000, twice what a provider's own gateway allows a request, and short of waiting for ever on a
   * connection that died without a word.
   */
  readonly attempt?: number | undefined;
  /**
   * For the whole call, from its start to the end of the body: attempts, backoff and waiting for a slot. Default: none,
   * since how long an answer is worth waiting for only the caller knows. Of `paginate`, it holds for each page.
   */
  readonly total?: number | undefined;
}

export interface Timeouts {
  readonly attempt: number;
  readonly total: number;
}

/** @throws RangeError when a timeout is not a positive number. */
export function resolveTimeout(
  option: TimeoutOption | undefined,
  { attempt, total }: Timeouts = { attempt: 60_000, total: Number.POSITIVE_INFINITY },
): Timeouts {
  const given = typeof option === "number" ? { attempt: option } : { ...option };
  const timeouts = { attempt: given.attempt ?? attempt, total: given.total ?? total };
  for (const [name, ms] of Object.entries(timeouts)) {
    if (!(typeof ms === "number" && ms > 0))
      throw new RangeError(`timeout: ${name} is ${ms}; give milliseconds above 0`);
  }
  return timeouts;
}
