/** How busy something is, step by step (hours, days), in whole units. */
export interface Activity {
  /**
   * The level summed over the steps `from` (inclusive) to `to` (exclusive); steps outside the history count
   * nothing.
   */
  sum(from: number, to: number): number;
}

/**
 * Keeps running totals, so that any range is summed by one subtraction, and adjoining ranges add up exactly:
 * hours to days, days to years.
 */
export function createActivity(steps: number, level: (step: number) => number): Activity {
  const totals = new Float64Array(steps + 1);
  let total = 0;
  for (let step = 0; step < steps; step += 1) {
    total += level(step);
    totals[step + 1] = total;
  }
  const until = (step: number) => totals[Math.min(Math.max(step, 0), steps)] ?? 0;
  return { sum: (from, to) => (to > from ? until(to) - until(from) : 0) };
}
