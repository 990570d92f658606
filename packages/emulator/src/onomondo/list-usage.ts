import type { Listing } from "../list/listing.ts";
import type { UsageQuery } from "./usage-query.ts";
import {
  activeHours,
  type GroupedUsageRecord,
  type OnomondoUsageRecord,
  RECORDS_PER_HOUR,
  type RecordPlace,
  type UsageHistory,
} from "./usage-records.ts";

/**
 * The records of some SIMs, day by day from the oldest, SIM by SIM within a day; by hours one record takes
 * the place of those of an hour. Onomondo documents no order.
 */
export function listUsage(
  history: UsageHistory,
  sims: Listing<number>,
  { days, byHours }: Pick<UsageQuery, "days" | "byHours">,
): Listing<GroupedUsageRecord | OnomondoUsageRecord> {
  const perHour = byHours ? 1 : RECORDS_PER_HOUR;
  // Only the first SIM has more active hours than the others.
  const first = sims.count === 0 ? 0 : activeHours(sims.at(0)) * perHour;
  const others = activeHours(1) * perHour;
  const perDay = sims.count === 0 ? 0 : first + (sims.count - 1) * others;

  const place = (index: number): RecordPlace => {
    const day = days.first + Math.floor(index / perDay);
    const inDay = index % perDay;
    const behindFirst = inDay - first;
    const position = behindFirst < 0 ? 0 : 1 + Math.floor(behindFirst / others);
    const inSim = behindFirst < 0 ? inDay : behindFirst % others;
    return { sim: sims.at(position), day, active: Math.floor(inSim / perHour), part: inSim % perHour };
  };
  return {
    count: Math.max(0, days.last - days.first + 1) * perDay,
    at: (index) => (byHours ? history.group(place(index)) : history.record(place(index))),
  };
}
