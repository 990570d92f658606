import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo, HOUR } from "../time.ts";
import type { SimRegister } from "./sims.ts";

/** What is sure to be in a record, also in one that is grouped by hours. */
export interface GroupedUsageRecord {
  /** `2020-02-03 07:49:13`, UTC. */
  readonly time: string;
  readonly bill_id: string;
  readonly iccid: string;
  readonly bytes: number;
}

export interface OnomondoUsageRecord extends GroupedUsageRecord {
  readonly sim_id: string;
  readonly session_id: string;
  readonly country_code: string;
  readonly network_type: string;
  readonly network: { readonly mcc: string; readonly mnc: string };
}

/** Which record: a SIM is active in some hours of each day, and uses data twice in each of them. */
export interface RecordPlace {
  /** Index of the SIM. */
  readonly sim: number;
  /** Day of the history, from 0. */
  readonly day: number;
  /** Which of the SIM's active hours of that day, from 0. */
  readonly active: number;
  /** Which of the records of that hour, from 0. */
  readonly part: number;
}

/** Days of history, the last of them yesterday. */
export const HISTORY_DAYS = 90;
export const RECORDS_PER_HOUR = 2;

/** The first SIM is a gateway that has several pages of records of its own. */
export const activeHours = (sim: number): number => (sim === 0 ? 6 : 1);

export interface UsageHistory {
  /** Start of the first day, ms. */
  readonly start: number;
  record(place: RecordPlace): OnomondoUsageRecord;
  /** The records of an active hour as one. */
  group(place: RecordPlace): GroupedUsageRecord;
}

const NETWORK_TYPES = ["2G", "3G", "4G", "LTE-M"] as const;

export function createUsageHistory(seed: string, register: SimRegister, now: number): UsageHistory {
  const random = hashText(`${seed}/onomondo/record`);
  const start = floorTo(DAY, now) - HISTORY_DAYS * DAY;
  const hourKey = ({ sim, day, active }: RecordPlace) => (sim * HISTORY_DAYS + day) * 24 + active;

  /** Active hours share the day evenly, so that they never meet. */
  const hourOf = (place: RecordPlace) => {
    const share = Math.floor(24 / activeHours(place.sim));
    return (
      start + place.day * DAY + (place.active * share + (hashNumber(random, hourKey(place)) % share)) * HOUR
    );
  };

  const record = (place: RecordPlace): OnomondoUsageRecord => {
    const { id, iccid, countryCode, network } = register.sim(place.sim);
    const hour = hourKey(place);
    const key = hour * RECORDS_PER_HOUR + place.part;
    const share = HOUR / RECORDS_PER_HOUR;
    const time = hourOf(place) + place.part * share + (hashNumber(random + 1, key) % share);
    return {
      time: formatTime(time),
      bill_id: uuid(random + 10, key),
      sim_id: id,
      iccid,
      session_id: uuid(random + 20, hour),
      bytes: 512 + (hashNumber(random + 2, key) % 1_500_000),
      country_code: countryCode,
      network_type: NETWORK_TYPES[hashNumber(random + 3, hour) % NETWORK_TYPES.length] ?? NETWORK_TYPES[0],
      network,
    };
  };

  const group = (place: RecordPlace): GroupedUsageRecord => {
    const records = Array.from({ length: RECORDS_PER_HOUR }, (_, part) => record({ ...place, part }));
    const { bill_id, iccid } = record({ ...place, part: 0 });
    const bytes = records.reduce((sum, part) => sum + part.bytes, 0);
    return { time: formatTime(hourOf(place)), bill_id, iccid, bytes };
  };

  return { start, record, group };
}

const formatTime = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");

/** Version 4 in form, so that it passes for one. */
function uuid(seed: number, index: number): string {
  const hex = hashHex(seed, index, 32);
  const [low, mid, high] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16)];
  return `${low}-${mid}-4${high}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
