import { DAY } from "../time.ts";
import { onomondoError } from "./onomondo-error.ts";
import { parseTime } from "./parse-time.ts";
import { readFilters } from "./read-filters.ts";
import { HISTORY_DAYS } from "./usage-records.ts";

/** The parameters of a list of usage, checked; how the list is paged is read elsewhere. */
export interface UsageQuery {
  /** Days of the history, both inclusive; none when `first` is after `last`. */
  readonly days: { readonly first: number; readonly last: number };
  /** Ids that a record's SIM must have, all of them. */
  readonly simIds: readonly string[];
  readonly countryCodes: readonly string[];
  readonly byHours: boolean;
}

/**
 * Reads `filter`, `filter[]` and `group`.
 *
 * @param keys the filter keys that the operation documents
 * @param historyStart start of the first day (ms)
 */
export function readUsageQuery(
  query: URLSearchParams,
  keys: readonly string[],
  historyStart: number,
): UsageQuery {
  const filters = readFilters(query, keys);
  const valuesOf = (key: string) =>
    filters.filter((filter) => filter.key === key).map((filter) => filter.value);
  let first = 0;
  let last = HISTORY_DAYS - 1;
  for (const time of valuesOf("time")) {
    const range = parseTime(time);
    if (range === undefined) throw onomondoError(400, "invalid_filter");
    first = Math.max(first, (range.start - historyStart) / DAY);
    last = Math.min(last, (range.end - historyStart) / DAY - 1);
  }
  return {
    days: { first, last },
    simIds: valuesOf("sim_id"),
    countryCodes: valuesOf("country_code"),
    byHours: readGroup(query),
  };
}

/** `group` is free text, of which one value is documented; what others do is unknown, and here refused. */
function readGroup(query: URLSearchParams): boolean {
  const group = query.get("group");
  if (group !== null && group !== "hours") throw onomondoError(400, "invalid_group");
  return group === "hours";
}
