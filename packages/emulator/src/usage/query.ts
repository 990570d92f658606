import { DAY, parseDate } from "../time.ts";
import { twilioInvalidParameter, twilioNotFound } from "../twilio/errors.ts";
import type { DayRange } from "./resources.ts";

/** The validated parameters of a list of usage records, without the paging parameters. */
export interface UsageQuery {
  /** An unknown category is valid and has no records. */
  readonly category: string | null;
  /** The requested days on which the account existed. */
  readonly days: DayRange;
  readonly includeSubaccounts: boolean;
}

/**
 * Reads the parameters of a list of usage records.
 *
 * @param accountDays the days from the account's first to today
 * @throws ProviderError with status 400 for an invalid parameter, or 404 if EndDate is before StartDate or
 *   before the account existed, as Twilio does (specs/SOURCES.md)
 */
export function readUsageQuery(query: URLSearchParams, accountDays: DayRange, path: string): UsageQuery {
  const start = readDate(query, "StartDate", accountDays.last);
  const end = readDate(query, "EndDate", accountDays.last);
  const first = Math.max(start ?? accountDays.first, accountDays.first);
  if (end !== undefined && end < first) throw twilioNotFound(path);
  return {
    category: query.get("Category"),
    days: { first, last: Math.min(end ?? accountDays.last, accountDays.last) },
    includeSubaccounts: readBoolean(query, "IncludeSubaccounts", true),
  };
}

function readDate(query: URLSearchParams, name: string, today: number): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  // A plus sign that is not percent-encoded arrives as a space and is invalid.
  const offset = /^([+-]\d{1,6})days?$/.exec(text)?.[1];
  const date = offset === undefined ? parseDate(text) : today + Number(offset) * DAY;
  if (date !== undefined) return date;
  throw twilioInvalidParameter(`${name} must be YYYY-MM-DD or an offset such as -30days, not "${text}".`);
}

function readBoolean(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const text = query.get(name);
  if (text === null) return fallback;
  if (text === "true" || text === "false") return text === "true";
  throw twilioInvalidParameter(`${name} must be true or false, not "${text}".`);
}
