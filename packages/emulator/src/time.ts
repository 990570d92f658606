export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The greatest multiple of `step` at or before a time; all in milliseconds, UTC. */
export const floorTo = (step: number, time: number): number => Math.floor(time / step) * step;

/** The smallest multiple of `step` at or after a time. */
export const ceilTo = (step: number, time: number): number => Math.ceil(time / step) * step;

/**
 * A time moved by calendar months, UTC; the day shrinks where the month is shorter (31 March less one: 28
 * February).
 */
export function addMonths(time: number, months: number): number {
  const moved = new Date(time);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  return moved.setUTCDate(Math.min(day, daysInMonth));
}

/** `2025-06-15T12:00:00Z` */
export const formatSeconds = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** `2025-06-15` */
export const formatDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The start of a UTC day written `YYYY-MM-DD`; undefined for anything else, 30 February included. */
export function parseDate(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || formatDate(time) !== text ? undefined : time;
}
