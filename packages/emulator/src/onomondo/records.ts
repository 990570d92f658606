import type { LazyList } from "../lazy-list.ts";
import { MAX_SIMS } from "../options.ts";
import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo, HOUR } from "../time.ts";
import type { UsageQuery } from "./query.ts";
import type { SimInventory } from "./sims.ts";

/** The fields that a record has even with `group=hours`. Sources: specs/SOURCES.md */
export interface HourlyUsageRecord {
  /** UTC, such as `2020-02-03 07:49:13`. */
  readonly time: string;
  readonly bill_id: string;
  readonly iccid: string;
  readonly bytes: number;
}

export interface OnomondoUsageRecord extends HourlyUsageRecord {
  readonly sim_id: string;
  readonly session_id: string;
  readonly country_code: string;
  readonly network_type: string;
  readonly network: { readonly mcc: string; readonly mnc: string };
}

/** Identifies a record. A SIM is active in some hours of each day, and has two records in each of them. */
interface RecordKey {
  /** Index of the SIM. */
  readonly sim: number;
  /** Day of the history, from 0. */
  readonly day: number;
  /** Index among the SIM's active hours of the day. */
  readonly activeHour: number;
  /** Index among the records of the hour. */
  readonly part: number;
}

/** The history ends yesterday. */
const HISTORY_DAYS = 90;
const RECORDS_PER_HOUR = 2;

/**
 * Days are numbered from a fixed day, so that a record does not depend on the clock. Any day would do; with this one, data are
 * those of earlier recordings.
 */
const FIRST_DAY = Date.UTC(2025, 2, 17);

/** The first SIM has more usage than others, so that its own list has several pages. */
const activeHours = (sim: number): number => (sim === 0 ? 6 : 1);

export interface UsageHistory {
  /** Start of the first day. */
  readonly start: number;
  /** Number of days. */
  readonly days: number;
  /**
   * Lists the usage of some SIMs from the oldest day to the newest, and SIM by SIM within a day. Onomondo does
   * not document an order.
   */
  list(
    sims: LazyList<number>,
    query: Pick<UsageQuery, "days" | "byHours">,
  ): LazyList<HourlyUsageRecord | OnomondoUsageRecord>;
}

export function createUsageHistory(seed: string, inventory: SimInventory, now: number): UsageHistory {
  const recordSeed = hashText(`${seed}/onomondo/record`);
  const start = floorTo(DAY, now) - HISTORY_DAYS * DAY;
  const firstDay = (start - FIRST_DAY) / DAY;
  /** A different number for each active hour of each day and SIM: by period of 90 days, then by SIM, day and hour. */
  const hourNumber = ({ sim, day, activeHour }: RecordKey) => {
    const period = Math.floor((firstDay + day) / HISTORY_DAYS);
    const dayOfPeriod = firstDay + day - period * HISTORY_DAYS;
    return ((period * MAX_SIMS + sim) * HISTORY_DAYS + dayOfPeriod) * 24 + activeHour;
  };

  /** Each active hour has an equal share of the day to itself, so that no two are the same hour. */
  const hourOf = (key: RecordKey) => {
    const share = Math.floor(24 / activeHours(key.sim));
    const hour = key.activeHour * share + (hashNumber(recordSeed, hourNumber(key)) % share);
    return start + key.day * DAY + hour * HOUR;
  };

  const record = (key: RecordKey): OnomondoUsageRecord => {
    const { id, iccid, countryCode, network } = inventory.sim(key.sim);
    const hour = hourNumber(key);
    const index = hour * RECORDS_PER_HOUR + key.part;
    const share = HOUR / RECORDS_PER_HOUR;
    const time = hourOf(key) + key.part * share + (hashNumber(recordSeed + 1, index) % share);
    return {
      time: formatTime(time),
      bill_id: generateUuid(recordSeed + 10, index),
      sim_id: id,
      iccid,
      session_id: generateUuid(recordSeed + 20, hour),
      bytes: 512 + (hashNumber(recordSeed + 2, index) % 1_500_000),
      country_code: countryCode,
      network_type:
        NETWORK_TYPES[hashNumber(recordSeed + 3, hour) % NETWORK_TYPES.length] ?? NETWORK_TYPES[0],
      network,
    };
  };

  const hourlyRecord = (key: RecordKey): HourlyUsageRecord => {
    const records = Array.from({ length: RECORDS_PER_HOUR }, (_, part) => record({ ...key, part }));
    const { bill_id, iccid } = record({ ...key, part: 0 });
    const bytes = records.reduce((sum, one) => sum + one.bytes, 0);
    return { time: formatTime(hourOf(key)), bill_id, iccid, bytes };
  };

  return {
    start,
    days: HISTORY_DAYS,
    list: (sims, { days, byHours }) => {
      const perHour = byHours ? 1 : RECORDS_PER_HOUR;
      // Only the SIM with index 0 has more records than others, and it comes first.
      const ofFirst = sims.count === 0 ? 0 : activeHours(sims.at(0)) * perHour;
      const ofOthers = activeHours(1) * perHour;
      const perDay = sims.count === 0 ? 0 : ofFirst + (sims.count - 1) * ofOthers;

      const keyAt = (index: number): RecordKey => {
        const day = days.first + Math.floor(index / perDay);
        const inDay = index % perDay;
        const afterFirst = inDay - ofFirst;
        const position = afterFirst < 0 ? 0 : 1 + Math.floor(afterFirst / ofOthers);
        const inSim = afterFirst < 0 ? inDay : afterFirst % ofOthers;
        return {
          sim: sims.at(position),
          day,
          activeHour: Math.floor(inSim / perHour),
          part: inSim % perHour,
        };
      };
      return {
        count: Math.max(0, days.last - days.first + 1) * perDay,
        at: (index) => (byHours ? hourlyRecord(keyAt(index)) : record(keyAt(index))),
      };
    },
  };
}

const NETWORK_TYPES = ["2G", "3G", "4G", "LTE-M"] as const;

const formatTime = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");

/** Returns a text in the form of a version 4 UUID. */
function generateUuid(seed: number, index: number): string {
  const hex = hashHex(seed, index, 32);
  const [low, mid, high] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16)];
  return `${low}-${mid}-4${high}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
