import { listUsage } from "./list-usage.ts";
import { onomondoError } from "./onomondo-error.ts";
import type { SimRegister } from "./sims.ts";
import { HISTORY_DAYS, type UsageHistory } from "./usage-records.ts";

/** The body is undocumented: this is one that a provider could have, not the provider's. */
export interface TagTotal {
  readonly tag_id: string;
  readonly sims: number;
  readonly bytes: number;
}

/** What the SIMs of a tag have used, record by record: slow for a fleet of millions. */
export function totalOfTag(register: SimRegister, history: UsageHistory, tagId: string): TagTotal {
  const sims = register.withTag(tagId);
  if (sims.count === 0) throw onomondoError(404, "tag_not_found");
  const records = listUsage(history, sims, { days: { first: 0, last: HISTORY_DAYS - 1 }, byHours: false });
  let bytes = 0;
  for (let index = 0; index < records.count; index += 1) {
    bytes += records.at(index).bytes;
  }
  return { tag_id: tagId, sims: sims.count, bytes };
}
