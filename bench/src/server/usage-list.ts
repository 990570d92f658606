const DEFAULT_PAGE_SIZE = 50;
const DAY = 86_400_000;
const LAST_DAY = Date.UTC(2025, 5, 1);
const RECORDS_PER_DAY = 100;

/** The list repeats after so many records. A prime, so that pages do not repeat with it, whatever their size. */
export const DISTINCT_RECORDS = 31_991;

/**
 * Creates the responses to `GET /v1/UsageRecords` in Super SIM's format, links included. Every list has `records` records,
 * whatever the filters; which ones depends on `StartTime`. A body is a list of parts to write one after another.
 */
export function createUsageList(records: number) {
  const read = createRepeatingRecords();

  return (origin: string, target: string): readonly Buffer[] => {
    const { pathname, searchParams } = new URL(target, origin);
    const size = Number(searchParams.get("PageSize") ?? DEFAULT_PAGE_SIZE);
    const page = Number(searchParams.get("Page") ?? 0);
    const start = searchParams.get("StartTime");
    const day = start === null ? 0 : Date.parse(start) / DAY;
    const count = Math.max(0, Math.min(size, records - page * size));

    const link = (number: number) => {
      const query = new URLSearchParams(searchParams);
      query.set("PageSize", String(size));
      query.set("Page", String(number));
      if (number > 0) query.set("PageToken", `PA${number * size}`);
      return `${origin}${pathname}?${query}`;
    };
    const meta = {
      first_page_url: link(0),
      key: "usage_records",
      next_page_url: (page + 1) * size < records ? link(page + 1) : null,
      page,
      page_size: size,
      previous_page_url: page > 0 ? link(page - 1) : null,
      url: link(page),
    };
    const closing = Buffer.from(`],"meta":${JSON.stringify(meta)}}`);
    return [OPENING, ...read(day * records + page * size, count), closing];
  };
}

const OPENING = Buffer.from('{"usage_records":[');

/** An endless list of records, serialized once: reading any part of it costs nothing. */
function createRepeatingRecords() {
  const chunks = Array.from({ length: DISTINCT_RECORDS }, (_, index) =>
    Buffer.from(`${JSON.stringify(createRecord(index))},`),
  );
  const bytes = Buffer.concat(chunks);
  const starts = [0];
  for (const { length } of chunks) starts.push((starts.at(-1) ?? 0) + length);

  /** Returns `count` records from index `first` as parts of a JSON array, without a trailing comma. */
  return (first: number, count: number): readonly Buffer[] => {
    const parts: Buffer[] = [];
    let from = first % DISTINCT_RECORDS;
    for (let left = count; left > 0; from = 0) {
      const taken = Math.min(left, DISTINCT_RECORDS - from);
      left -= taken;
      parts.push(bytes.subarray(starts[from], (starts[from + taken] ?? 0) - (left === 0 ? 1 : 0)));
    }
    return parts;
  };
}

/** A record as Super SIM sends it for `Group=sim`, newest first, with the fields in its order. */
export function createRecord(index: number) {
  const total = scramble(index);
  const upload = total >>> 3;
  const day = LAST_DAY - Math.floor(index / RECORDS_PER_DAY) * DAY;
  return {
    period: { start_time: timestamp(day - DAY), end_time: timestamp(day) },
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

const hex = (value: number) => value.toString(16).padStart(32, "0");
const timestamp = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");

/** Returns a number below 2^31 that looks random and is always the same for an index. */
function scramble(index: number): number {
  const value = Math.imul(index + 1, 0x9e3779b1);
  const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & 0x7fffffff;
}
