import { startOf } from "./utc-unit.ts";
import type { IsoDuration } from "./window-scheme.ts";

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The instant moved by a duration, backwards with sign -1. A month that has no such day gives its last one, so that three
 * months from 30 November end in February and never later.
 *
 * @throws TypeError when the text is no ISO 8601 duration of whole numbers.
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
  const moved = month + (day - 1 + weeks * 7 + days) * 86_400_000 + (instant - startOf("day", instant));
  return moved + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function daysIn(month: number): number {
  const date = new Date(month);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
