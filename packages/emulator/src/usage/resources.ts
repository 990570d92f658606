import { type Listing, listOf } from "../list/listing.ts";
import { addMonths, DAY } from "../time.ts";
import type { Days } from "./account-activity.ts";

/** The nine lists: `Usage/Records.json` (the empty name) and `Usage/Records/{name}.json`. */
export const RESOURCES = [
  "",
  "AllTime",
  "Daily",
  "LastMonth",
  "Monthly",
  "ThisMonth",
  "Today",
  "Yearly",
  "Yesterday",
] as const;

export type Resource = (typeof RESOURCES)[number];

export type ResourceSuffix = ".json" | `/${Exclude<Resource, "">}.json`;

/** `/Daily.json` and so on, to be put behind `…/Usage/Records`. */
export const resourceSuffix = (resource: Resource): ResourceSuffix =>
  resource === "" ? ".json" : `/${resource}.json`;

/** The periods that a list has a record for, newest first, none reaching beyond `days`. */
export function listPeriods(resource: Resource, days: Days, today: number): Listing<Days> {
  if (days.first > days.last) return listOf<Days>([]);
  switch (resource) {
    case "":
    case "AllTime":
      return listOf([days]);
    case "Daily":
      return {
        count: (days.last - days.first) / DAY + 1,
        at: (index) => ({ first: days.last - index * DAY, last: days.last - index * DAY }),
      };
    case "Monthly":
      return cut(days, startOfMonth);
    case "Yearly":
      return cut(days, startOfYear);
    case "ThisMonth":
      return within(days, { first: startOfMonth(today), last: today });
    case "LastMonth":
      return within(days, { first: addMonths(startOfMonth(today), -1), last: startOfMonth(today) - DAY });
    case "Today":
      return within(days, { first: today, last: today });
    case "Yesterday":
      return within(days, { first: today - DAY, last: today - DAY });
  }
}

function cut({ first, last }: Days, startOf: (day: number) => number): Listing<Days> {
  const periods: Days[] = [];
  for (let end = last; end >= first; end = startOf(end) - DAY) {
    periods.push({ first: Math.max(first, startOf(end)), last: end });
  }
  return listOf(periods);
}

function within(days: Days, period: Days): Listing<Days> {
  const common = { first: Math.max(days.first, period.first), last: Math.min(days.last, period.last) };
  return listOf(common.first > common.last ? [] : [common]);
}

const startOfMonth = (day: number): number => new Date(day).setUTCDate(1);
const startOfYear = (day: number): number => new Date(day).setUTCMonth(0, 1);
