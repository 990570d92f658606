const ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/**
 * A bound of a range in milliseconds since 1970. Text without a time is midnight UTC; a time must name its zone, since
 * without one it would mean another instant on every machine.
 *
 * @throws TypeError or RangeError that names the bound and what is accepted.
 */
export function parseInstant(name: "from" | "to", value: unknown): number {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new RangeError(`window.${name} is an invalid Date`);
    return value.getTime();
  }
  const accepted =
    "accepted is a Date, a day such as 2024-01-31, or a time with its zone such as 2024-01-31T12:00:00Z";
  if (typeof value !== "string") throw new TypeError(`window.${name} is ${String(value)}; ${accepted}`);
  const instant = ISO.test(value) && isCalendarDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`window.${name} is ${JSON.stringify(value)}; ${accepted}`);
  return instant;
}

/** Date.parse takes 30 February for 1 March. */
function isCalendarDay(day: string): boolean {
  const instant = Date.parse(day);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
