/** The records lie on the days before this one, newest first. */
const LAST_DAY = Date.UTC(2025, 5, 1);
const DAY = 86_400_000;
const RECORDS_OF_A_DAY = 100;

const hex = (value: number) => value.toString(16).padStart(32, "0");
const seconds = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");

/** A number below 2^31 that looks random and is always the same for an index. */
function scramble(index: number): number {
  const value = Math.imul(index + 1, 0x9e3779b1);
  const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & 0x7fffffff;
}

/** A record as Super SIM sends it for `Group=sim`, the fields in its order. */
export function createRecord(index: number) {
  const total = scramble(index);
  const upload = total >>> 3;
  const day = LAST_DAY - Math.floor(index / RECORDS_OF_A_DAY) * DAY;
  return {
    period: { start_time: seconds(day - DAY), end_time: seconds(day) },
    account_sid: `AC${hex(0xacc0)}`,
    sim_sid: `HS${hex(index)}`,
    network_sid: null,
    fleet_sid: null,
    iso_country: null,
    data_upload: upload,
    data_download: total - upload,
    data_total: total,
    data_total_billed: (total / 1e7).toFixed(7),
    billed_unit: "USD",
  };
}
