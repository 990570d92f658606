import type { WindowUnit } from "./window-scheme.ts";

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Units of UTC time, shortest first. `second` is what is left where a provider demands no alignment. */
export const UNITS = ["second", "hour", "day", "week", "month", "year"] as const;
export type UtcUnit = WindowUnit | "second";

/** The last border of the unit at or before the instant (milliseconds since 1970). */
export function startOf(unit: UtcUnit, instant: number): number {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case "second":
      return Math.floor(instant / SECOND) * SECOND;
    case "hour":
      return Math.floor(instant / HOUR) * HOUR;
    case "day":
      return Math.floor(instant / DAY) * DAY;
    case "week":
      return startOf("day", instant) - ((date.getUTCDay() + 6) % 7) * DAY;
    case "month":
      return Date.UTC(year, month);
    case "year":
      return Date.UTC(year, 0);
  }
}

/** The first border of the unit after the instant. */
export function nextBorder(unit: UtcUnit, instant: number): number {
  const date = new Date(startOf(unit, instant));
  switch (unit) {
    case "second":
      return date.getTime() + SECOND;
    case "hour":
      return date.getTime() + HOUR;
    case "day":
      return date.getTime() + DAY;
    case "week":
      return date.getTime() + 7 * DAY;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    case "year":
      return Date.UTC(date.getUTCFullYear() + 1, 0);
  }
}
