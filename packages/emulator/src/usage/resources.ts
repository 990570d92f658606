import { fromArray, type LazyList } from "../lazy-list.ts";
import { addMonths, DAY } from "../time.ts";

/** A range of UTC days, both inclusive, each given by its start. The range is empty if `first` is after `last`. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

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

/** A resource below `Usage/Records`; empty for the list itself. */
export type Resource = (typeof RESOURCES)[number];

/** What follows `Usage/Records` in the path of a list. */
export type ResourceSuffix = ".json" | `/${Exclude<Resource, "">}.json`;

/** Returns what follows `Usage/Records` in the path of a list, such as `/Daily.json`. */
export const resourceSuffix = (resource: Resource): ResourceSuffix =>
  resource === "" ? ".json" : `/${resource}.json`;

/** Returns the `subresource_uris` of each category: the same category in the other lists. */
export function subresourceUris(
  basePath: string,
  categoryNames: readonly string[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const others = RESOURCES.filter((resource) => resource !== "");
  return new Map(
    categoryNames.map((category) => [
      category,
      Object.fromEntries(
        others.map((other) => [snakeCase(other), `${basePath}${resourceSuffix(other)}?Category=${category}`]),
      ),
    ]),
  );
}

const snakeCase = (name: string) => name.replaceAll(/(?<=.)[A-Z]/g, "_$&").toLowerCase();

/** Returns the periods of a list within `days`, the newest first. */
export function listPeriods(resource: Resource, days: DayRange, today: number): LazyList<DayRange> {
  if (days.first > days.last) return fromArray<DayRange>([]);
  switch (resource) {
    case "":
    case "AllTime":
      return fromArray([days]);
    case "Daily":
      return {
        count: (days.last - days.first) / DAY + 1,
        at: (index) => ({ first: days.last - index * DAY, last: days.last - index * DAY }),
      };
    case "Monthly":
      return split(days, startOfMonth);
    case "Yearly":
      return split(days, startOfYear);
    case "ThisMonth":
      return intersect(days, { first: startOfMonth(today), last: today });
    case "LastMonth":
      return intersect(days, { first: addMonths(startOfMonth(today), -1), last: startOfMonth(today) - DAY });
    case "Today":
      return intersect(days, { first: today, last: today });
    case "Yesterday":
      return intersect(days, { first: today - DAY, last: today - DAY });
  }
}

function split({ first, last }: DayRange, startOf: (day: number) => number): LazyList<DayRange> {
  const periods: DayRange[] = [];
  for (let end = last; end >= first; end = startOf(end) - DAY) {
    periods.push({ first: Math.max(first, startOf(end)), last: end });
  }
  return fromArray(periods);
}

function intersect(a: DayRange, b: DayRange): LazyList<DayRange> {
  const common = { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) };
  return fromArray(common.first > common.last ? [] : [common]);
}

const startOfMonth = (day: number): number => new Date(day).setUTCDate(1);
const startOfYear = (day: number): number => new Date(day).setUTCMonth(0, 1);
