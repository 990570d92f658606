import { DAY, parseDate } from "../time.ts";
import { twilioError, twilioNotFound } from "../twilio/twilio-error.ts";
import type { Days } from "./account-activity.ts";

/** The parameters of a list of usage records, checked. */
export interface UsageQuery {
  /** Categories are an open set: an unknown one has no records. */
  readonly category: string | null;
  /** The days asked for that the account has lived; none when `first` is after `last`. */
  readonly days: Days;
  readonly includeSubaccounts: boolean;
}

/**
 * Reads the query as Twilio does: an EndDate before StartDate, and a range before the account existed, are
 * answered as not found.
 *
 * @param lived the days from the account's first to today
 */
export function readUsageQuery(query: URLSearchParams, lived: Days, path: string): UsageQuery {
  const start = readDate(query, "StartDate", lived.last);
  const end = readDate(query, "EndDate", lived.last);
  if (end !== undefined && end < Math.max(start ?? lived.first, lived.first)) throw twilioNotFound(path);
  return {
    category: query.get("Category"),
    days: {
      first: Math.max(start ?? lived.first, lived.first),
      last: Math.min(end ?? lived.last, lived.last),
    },
    includeSubaccounts: readBoolean(query, "IncludeSubaccounts", true),
  };
}

function readDate(query: URLSearchParams, name: string, today: number): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const offset = /^([+-]\d{1,6})days?$/.exec(text)?.[1];
  const date = offset === undefined ? parseDate(text) : today + Number(offset) * DAY;
  // A plus sign that was not percent-encoded arrives as a space, and is refused like anything else.
  if (date === undefined)
    throw invalid(`${name} must be YYYY-MM-DD or an offset such as -30days, not "${text}".`);
  return date;
}

function readBoolean(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const text = query.get(name);
  if (text === null) return fallback;
  if (text !== "true" && text !== "false") throw invalid(`${name} must be true or false, not "${text}".`);
  return text === "true";
}

const invalid = (message: string) => twilioError(400, 20001, message);
