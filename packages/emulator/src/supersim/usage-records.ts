import { combine, type Listing } from "../list/listing.ts";
import { formatDecimal } from "../synthetic/decimal.ts";
import { formatSeconds } from "../time.ts";
import type { Dimensions } from "./dimensions.ts";
import type { FleetActivity } from "./fleet-activity.ts";
import type { Member } from "./members.ts";
import { BUCKETS, type Period } from "./read-period.ts";
import type { Granularity } from "./usage-query.ts";

/** A record as Twilio documents it. */
export interface SuperSimUsageRecord extends Dimensions {
  readonly period: { readonly start_time: string; readonly end_time: string };
  readonly account_sid: string;
  /** Bytes. */
  readonly data_upload: number;
  readonly data_download: number;
  readonly data_total: number;
  /** Decimal text; `"0"` while nothing is billed. */
  readonly data_total_billed: string;
  readonly billed_unit: "USD" | null;
}

/** Ten cents a megabyte, as in the published example: 300000 bytes are 0.03 USD. */
const DECIMALS_OF_BYTE_PRICE = 7;

export interface UsageSource {
  readonly accountSid: string;
  readonly activity: FleetActivity;
}

/** The records of a period: a bucket of time after the other, newest first, each with all its members. */
export function listUsageRecords(
  { accountSid, activity }: UsageSource,
  members: Listing<Member>,
  { start, end, granularity }: Period & { readonly granularity: Granularity },
): Listing<SuperSimUsageRecord> {
  const length = BUCKETS[granularity] ?? end - start;
  const buckets: Listing<Period & Pick<SuperSimUsageRecord, "period">> = {
    count: (end - start) / length,
    at: (index) => {
      const bucket = { start: end - (index + 1) * length, end: end - index * length };
      const period = { start_time: formatSeconds(bucket.start), end_time: formatSeconds(bucket.end) };
      return { ...bucket, period };
    },
  };
  return combine(buckets, members, (bucket, { dimensions, parts }) => {
    let upload = 0;
    let download = 0;
    let billed = 0;
    for (const { fleet, weight } of parts) {
      const units = activity.sum(fleet, bucket.start, bucket.end);
      upload += units * weight.upload;
      download += units * weight.download;
      billed += activity.sumBilled(fleet, bucket.start, bucket.end) * (weight.upload + weight.download);
    }
    return {
      period: bucket.period,
      account_sid: accountSid,
      ...dimensions,
      data_upload: upload,
      data_download: download,
      data_total: upload + download,
      data_total_billed: formatDecimal(billed, DECIMALS_OF_BYTE_PRICE),
      billed_unit: billed === 0 ? null : "USD",
    };
  });
}
