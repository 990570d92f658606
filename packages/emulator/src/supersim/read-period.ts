import { addMonths, ceilTo, DAY, HOUR } from "../time.ts";
import { twilioError } from "../twilio/twilio-error.ts";
import { historyStart } from "./history.ts";
import type { Granularity, Group } from "./usage-query.ts";

export interface Period {
  /** Milliseconds, inclusive. */
  readonly start: number;
  /** Milliseconds, exclusive. */
  readonly end: number;
}

interface Context {
  readonly group: Group | null;
  readonly granularity: Granularity;
  readonly now: number;
}

/** The length of a bucket; `all` has one bucket, of any length. */
export const BUCKETS: Readonly<Record<Granularity, number | null>> = { hour: HOUR, day: DAY, all: null };

/**
 * Reads `StartTime` (default: one month before the end) and `EndTime` (default: now). What Twilio does with a
 * default that is not aligned is undocumented: here it is the end of the running bucket.
 */
export function readPeriod(query: URLSearchParams, context: Context): Period {
  const { granularity, now } = context;
  const bucket = BUCKETS[granularity];
  const end = readTime(query, "EndTime") ?? (bucket === null ? now : ceilTo(bucket, now));
  const start = readTime(query, "StartTime") ?? addMonths(end, -1);
  if (start >= end) throw twilioError(400, 83600, "StartTime must lie before EndTime.");
  if (granularity === "day" && (start % DAY !== 0 || end % DAY !== 0)) {
    throw twilioError(400, 83601, "With Granularity=day, StartTime and EndTime must be at 00:00:00 UTC.");
  }
  if (granularity === "hour" && (start % HOUR !== 0 || end % HOUR !== 0)) {
    throw twilioError(
      400,
      83602,
      "With Granularity=hour, StartTime and EndTime must be at a full hour, UTC.",
    );
  }
  refuseLongSpans({ start, end }, context);
  if (start < historyStart(now)) throw twilioError(400, 83605, "StartTime is older than 18 months.");
  return { start, end };
}

function refuseLongSpans({ start, end }: Period, { group, granularity }: Context): void {
  if (group === "sim" && end - start > 31 * DAY) {
    throw twilioError(400, 83603, "With Group=sim, at most 31 days can be queried.");
  }
  const longest = { hour: start + 31 * DAY, day: addMonths(start, 3), all: addMonths(start, 18) }[
    granularity
  ];
  if (end > longest) {
    const text = { hour: "31 days", day: "3 months", all: "18 months" }[granularity];
    throw twilioError(400, 83604, `With Granularity=${granularity}, at most ${text} can be queried.`);
  }
}

/** Sibling APIs refuse a time without a zone, and so does this one. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw twilioError(400, 83600, `${name} must be an ISO 8601 date-time with its zone.`);
  return time;
}
