import type { IsoDuration, WindowUnit } from "./scheme.ts";

const SECOND = 1000;
const HOUR = 3_600_000;
/** In milliseconds. */
export const DAY = 86_400_000;

/** Units of UTC time, shortest first. `second` is for providers that demand no alignment. */
export const UNITS = ["second", "hour", "day", "week", "month", "year"] as const;
export type UtcUnit = WindowUnit | "second";

/** Returns the start of the unit that holds an instant. Instants are milliseconds since 1970. */
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

/** Returns the start of the next unit after an instant. */
export function startOfNext(unit: UtcUnit, instant: number): number {
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

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * Adds a duration to an instant, or subtracts it with sign -1. A month without the day of the instant gives its last day, so
 * three months after 30 November end in February.
 *
 * @throws TypeError if the text is not an ISO 8601 duration in whole numbers.
 */
export function addDuration(instant: number, duration: IsoDuration, sign: 1 | -1 = 1): number {
  const match = DURATION.exec(duration);
  if (match === null) throw new TypeError(`"${duration}" is not an ISO 8601 duration such as P31D or P3M`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((digits) => sign * Number(digits ?? 0));
  const date = new Date(instant);
  const month = Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth() + months);
  const day = Math.min(date.getUTCDate(), daysIn(month));
  const moved = month + (day - 1 + weeks * 7 + days) * DAY + (instant - startOf("day", instant));
  return moved + ((hours * 60 + minutes) * 60 + seconds) * SECOND;
}

function daysIn(month: number): number {
  const date = new Date(month);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Also a `Date` of another realm, such as a page's frame or a test runner's sandbox. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === "[object Date]";

const ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/**
 * Parses a bound of a range. Text without a time is midnight UTC. A time must have a zone: without one it would mean another
 * instant on every machine.
 *
 * @throws TypeError or RangeError if the value is not accepted.
 */
export function parseInstant(name: "from" | "to", value: unknown): number {
  const instant = instantOf(name, value);
  // Other years are not four digits, or are those that Date.UTC takes for the 20th century.
  if (instant >= Date.UTC(1000) && instant < Date.UTC(10_000)) return instant;
  throw new RangeError(
    `window.${name} must be in the years 1000 to 9999; received ${new Date(instant).toISOString()}`,
  );
}

function instantOf(name: "from" | "to", value: unknown): number {
  if (isDate(value)) {
    if (Number.isNaN(value.getTime())) throw new RangeError(`window.${name} is an invalid Date`);
    return value.getTime();
  }
  const accepted = `window.${name} must be a Date, a day such as 2024-01-31, or a time with a zone such as 2024-01-31T12:00:00Z`;
  if (typeof value !== "string") throw new TypeError(`${accepted}; received ${String(value)}`);
  const instant = ISO.test(value) && isCalendarDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`${accepted}; received ${JSON.stringify(value)}`);
  return instant;
}

/** Date.parse takes 30 February for 1 March. */
function isCalendarDay(day: string): boolean {
  const instant = Date.parse(day);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}

/** Writes `2024-01-31T12:00:00Z`: some providers reject a time without a zone or with fractions of a second. */
export const isoInstant = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+/, "");

/** Writes `2024-01-31`. */
export const isoDay = (instant: number): string => new Date(instant).toISOString().replace(/T.*/, "");
