import { addMonths, DAY, formatDate } from "../time.ts";

/** `2020`, `2020-01` or `2020-01-30` as a range of UTC time, half-open (ms); undefined for anything else. */
export function parseTime(text: string): { readonly start: number; readonly end: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const start = Date.parse(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  // A 30 February is parsed, as 1 or 2 March.
  if (Number.isNaN(start) || !formatDate(start).startsWith(text)) return undefined;
  if (day !== undefined) return { start, end: start + DAY };
  return { start, end: addMonths(start, month === undefined ? 12 : 1) };
}
