// All times are in milliseconds since the epoch, and all dates in UTC.

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Returns the last multiple of `step` at or before a time. */
export const floorTo = (step: number, time: number): number => Math.floor(time / step) * step;

/** Returns the first multiple of `step` at or after a time. */
export const ceilTo = (step: number, time: number): number => Math.ceil(time / step) * step;

/** Adds calendar months. In a shorter month, the last day is used: 31 March minus one month is 28 February. */
export function addMonths(time: number, months: number): number {
  const moved = new Date(time);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  return moved.setUTCDate(Math.min(day, daysInMonth));
}

/** Formats a time as `2025-06-15T12:00:00Z`. */
export const formatSeconds = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** Formats a date as `2025-06-15`. */
export const formatDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Returns the start of a date such as `2025-06-15`, or undefined for anything else, such as `2025-02-30`. */
export function parseDate(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse accepts 30 February and returns 2 March.
  return Number.isNaN(time) || formatDate(time) !== text ? undefined : time;
}
