import { combine, type LazyList } from "../lazy-list.ts";
import { type Activity, createActivity } from "../synthetic/activity.ts";
import { formatDecimal } from "../synthetic/decimal.ts";
import { hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo, formatSeconds, HOUR } from "../time.ts";
import { BUCKET_LENGTHS, type Granularity, historyStart, type Period } from "./query.ts";
import type { Dimensions, RecordGroup } from "./selection.ts";

/** A usage record, as Twilio documents it. */
export interface SuperSimUsageRecord extends Dimensions {
  readonly period: { readonly start_time: string; readonly end_time: string };
  readonly account_sid: string;
  /** Bytes. */
  readonly data_upload: number;
  /** Bytes. */
  readonly data_download: number;
  /** Bytes. */
  readonly data_total: number;
  /** Decimal text; `"0"` until the usage is billed. */
  readonly data_total_billed: string;
  readonly billed_unit: "USD" | null;
}

/** A byte costs 1e-7 USD, as in Twilio's published example: 300000 bytes cost 0.03 USD. */
const BYTE_PRICE_DECIMALS = 7;

/** Lists one record for each time bucket and record group, the newest bucket first. */
export function listUsageRecords(
  accountSid: string,
  activity: FleetActivity,
  groups: LazyList<RecordGroup>,
  { start, end, granularity }: Period & { readonly granularity: Granularity },
): LazyList<SuperSimUsageRecord> {
  const length = BUCKET_LENGTHS[granularity] ?? end - start;
  const buckets: LazyList<Period & Pick<SuperSimUsageRecord, "period">> = {
    count: (end - start) / length,
    at: (index) => {
      const bucket = { start: end - (index + 1) * length, end: end - index * length };
      const period = { start_time: formatSeconds(bucket.start), end_time: formatSeconds(bucket.end) };
      return { ...bucket, period };
    },
  };
  return combine(buckets, groups, (bucket, { dimensions, sources }) => {
    let upload = 0;
    let download = 0;
    let billedBytes = 0;
    for (const { fleet, rate } of sources) {
      const units = activity.sum(fleet, bucket.start, bucket.end);
      upload += units * rate.upload;
      download += units * rate.download;
      billedBytes += activity.sumBilled(fleet, bucket.start, bucket.end) * (rate.upload + rate.download);
    }
    return {
      period: bucket.period,
      account_sid: accountSid,
      ...dimensions,
      data_upload: upload,
      data_download: download,
      data_total: upload + download,
      data_total_billed: formatDecimal(billedBytes, BYTE_PRICE_DECIMALS),
      billed_unit: billedBytes === 0 ? null : "USD",
    };
  });
}

/** The activity of each fleet, by the hour, from the start of the history until now. */
export interface FleetActivity {
  /** Returns the units of a fleet in the hours that begin from `from` (inclusive) to `to` (exclusive). */
  sum(fleet: number, from: number, to: number): number;
  /** As `sum`, but only what is billed: a day is billed when it ends. */
  sumBilled(fleet: number, from: number, to: number): number;
}

/** Units for each UTC hour of a day, by fleet: meters report at night, vehicles move by day. */
const DAILY_PROFILES: readonly (readonly number[])[] = [
  [9, 60, 80, 75, 40, 9, 5, 5, 4, 4, 4, 4, 5, 4, 4, 4, 4, 5, 5, 5, 4, 4, 6, 8],
  [0, 0, 0, 0, 2, 15, 40, 70, 80, 75, 70, 65, 60, 65, 70, 75, 80, 70, 40, 20, 10, 5, 2, 0],
  [8, 6, 5, 5, 5, 6, 10, 18, 20, 22, 25, 35, 40, 35, 25, 22, 24, 26, 28, 25, 20, 16, 12, 10],
];

/**
 * Hours are numbered from a fixed day, so that the usage of an hour does not depend on the clock. Any day would do; with this
 * one, data are those of earlier recordings.
 */
const FIRST_DAY = Date.UTC(2023, 11, 15);

export function createFleetActivity(seed: string, now: number): FleetActivity {
  const origin = floorTo(DAY, historyStart(now));
  const hourOf = (time: number) => Math.ceil((time - origin) / HOUR);
  const firstHour = (origin - FIRST_DAY) / HOUR;
  const fleets: Activity[] = DAILY_PROFILES.map((profile, fleet) => {
    const noiseSeed = hashText(`${seed}/supersim/activity/${fleet}`);
    return createActivity(hourOf(now), (hour) => {
      const units = profile[hour % profile.length] ?? 0;
      return Math.round((units * (70 + (hashNumber(noiseSeed, firstHour + hour) % 60))) / 100);
    });
  });
  // Twilio bills up to 24 hours later (specs/twilio/supersim.yaml). At midnight, no past day changes any more.
  const billedUntil = floorTo(DAY, now);
  const sum = (fleet: number, from: number, to: number) => fleets[fleet]?.sum(hourOf(from), hourOf(to)) ?? 0;
  return { sum, sumBilled: (fleet, from, to) => sum(fleet, from, Math.min(to, billedUntil)) };
}
