import { addDuration } from "./add-duration.ts";
import type { Stretch } from "./cut-range.ts";
import { isoDay } from "./iso-instant.ts";
import type { SpanRules } from "./span-rules.ts";
import { nextBorder, startOf, UNITS, type UtcUnit } from "./utc-unit.ts";
import type { WindowUnit } from "./window-scheme.ts";

/** Periods that have a name of their own, longest first: `2024`, `2024-01`, `2024-01-31`. */
const NAMED = [
  { unit: "year", length: 4 },
  { unit: "month", length: 7 },
  { unit: "day", length: 10 },
] as const;

/** Whether a whole unit can be written as one date. */
export const isNamed = (unit: UtcUnit): boolean => NAMED.some((named) => named.unit === unit);

/**
 * Cuts a range into named periods: the longest ones that fit, or all of one unit.
 *
 * @throws RangeError when that unit is longer than allowed.
 */
export function cutPeriods(range: Stretch, by: WindowUnit | undefined, { step, max }: SpanRules): string[] {
  const fits = (unit: WindowUnit, from: number) =>
    startOf(unit, from) === from &&
    nextBorder(unit, from) <= Math.min(range.to, ...max.map((duration) => addDuration(from, duration)));
  const usable = NAMED.filter(
    ({ unit }) => UNITS.indexOf(unit) >= UNITS.indexOf(step) && (by === undefined || by === unit),
  );

  const periods: string[] = [];
  for (let from = range.from; from < range.to; ) {
    const period = usable.find(({ unit }) => fits(unit, from));
    if (period === undefined) {
      throw new RangeError(`window.by is "${by}"; the longest window allowed is ${max.join(" and ")}`);
    }
    periods.push(isoDay(from).slice(0, period.length));
    from = nextBorder(period.unit, from);
  }
  return periods;
}
