/** How active something is in each step of time (an hour or a day), in whole units. */
export interface Activity {
  /** Returns the sum over the steps from `from` (inclusive) to `to` (exclusive). Unknown steps count as 0. */
  sum(from: number, to: number): number;
}

/**
 * Creates an activity that keeps running totals: the sum of any range is one subtraction, and the hours of a
 * day add up exactly to the day.
 *
 * @param level returns the units of a step from 0 to `steps - 1`
 */
export function createActivity(steps: number, level: (step: number) => number): Activity {
  const totals = new Float64Array(steps + 1);
  let total = 0;
  for (let step = 0; step < steps; step += 1) {
    total += level(step);
    totals[step + 1] = total;
  }
  const totalBefore = (step: number) => totals[Math.min(Math.max(step, 0), steps)] ?? 0;
  return { sum: (from, to) => (to > from ? totalBefore(to) - totalBefore(from) : 0) };
}
