import { addMonths, ceilTo, DAY, HOUR } from "../time.ts";
import { twilioError } from "../twilio/errors.ts";

const GROUPS = ["sim", "fleet", "network", "isoCountry"] as const;
const GRANULARITIES = ["hour", "day", "all"] as const;

export type Group = (typeof GROUPS)[number];
export type Granularity = (typeof GRANULARITIES)[number];

export interface Period {
  /** Inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The validated parameters of a list of usage records, without the paging parameters. */
export interface UsageQuery extends Period {
  /** SID or unique name. */
  readonly sim: string | null;
  /** SID or unique name. */
  readonly fleet: string | null;
  readonly networkSid: string | null;
  /** Upper case. */
  readonly isoCountry: string | null;
  readonly group: Group | null;
  readonly granularity: Granularity;
}

/** The length of a time bucket in milliseconds. With `all`, one bucket spans the whole period. */
export const BUCKET_LENGTHS: Readonly<Record<Granularity, number | null>> = {
  hour: HOUR,
  day: DAY,
  all: null,
};

/** Returns the earliest time that usage is kept for: 18 months ago. */
export const historyStart = (now: number): number => addMonths(now, -18);

/**
 * Reads the parameters of a list of usage records.
 *
 * @throws ProviderError with one of Twilio's codes 83600 to 83605
 */
export function readUsageQuery(query: URLSearchParams, now: number): UsageQuery {
  const group = readChoice(query, "Group", GROUPS);
  const granularity = readChoice(query, "Granularity", GRANULARITIES) ?? "all";
  const sim = query.get("Sim");
  const fleet = query.get("Fleet");
  const networkSid = readPattern(query, "Network", /^HW[0-9a-fA-F]{32}$/);
  const isoCountry = readPattern(query, "IsoCountry", /^[A-Za-z]{2}$/)?.toUpperCase() ?? null;
  const period = readPeriod(query, granularity, now);
  checkPeriod(period, group, granularity, now);
  return { sim, fleet, networkSid, isoCountry, group, granularity, ...period };
}

/**
 * Reads `StartTime` (default: one month before the end) and `EndTime` (default: now). Twilio does not document
 * a default that is not aligned to the granularity; here it is the end of the current bucket.
 */
function readPeriod(query: URLSearchParams, granularity: Granularity, now: number): Period {
  const bucket = BUCKET_LENGTHS[granularity];
  const end = readTime(query, "EndTime") ?? (bucket === null ? now : ceilTo(bucket, now));
  const start = readTime(query, "StartTime") ?? addMonths(end, -1);
  return { start, end };
}

function checkPeriod({ start, end }: Period, group: Group | null, granularity: Granularity, now: number) {
  if (start >= end) throw invalid("StartTime must lie before EndTime.");
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
  if (group === "sim" && end - start > 31 * DAY) {
    throw twilioError(400, 83603, "With Group=sim, at most 31 days can be queried.");
  }
  const limit = {
    hour: { end: start + 31 * DAY, text: "31 days" },
    day: { end: addMonths(start, 3), text: "3 months" },
    all: { end: addMonths(start, 18), text: "18 months" },
  }[granularity];
  if (end > limit.end) {
    throw twilioError(400, 83604, `With Granularity=${granularity}, at most ${limit.text} can be queried.`);
  }
  if (start < historyStart(now)) throw twilioError(400, 83605, "StartTime is older than 18 months.");
}

/** The time zone is required, as in other Twilio APIs. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = DATE_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw invalid(`${name} must be an ISO 8601 date-time with its zone.`);
  return time;
}

function readChoice<T extends string>(query: URLSearchParams, name: string, choices: readonly T[]): T | null {
  const text = query.get(name);
  if (text === null) return null;
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw invalid(`${name} must be one of ${choices.join(", ")}.`);
  return choice;
}

function readPattern(query: URLSearchParams, name: string, pattern: RegExp): string | null {
  const text = query.get(name);
  if (text !== null && !pattern.test(text)) throw invalid(`${name} must match ${pattern.source}.`);
  return text;
}

const invalid = (message: string) => twilioError(400, 83600, message);
