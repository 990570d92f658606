import { createRecord } from "./create-record.ts";

/** A prime: a list that goes round and round still has as many different pages as it has records, whatever their size. */
export const RING_RECORDS = 31_991;

/** A list without an end, as bytes that are made once: any stretch of it costs nothing. */
export function createRecordRing() {
  const chunks = Array.from({ length: RING_RECORDS }, (_, index) =>
    Buffer.from(`${JSON.stringify(createRecord(index))},`),
  );
  const bytes = Buffer.concat(chunks);
  const starts = [0];
  for (const { length } of chunks) starts.push((starts.at(-1) ?? 0) + length);

  /** The records from `first` on, separated by commas, in parts to be sent one after the other. */
  return (first: number, count: number): readonly Buffer[] => {
    const parts: Buffer[] = [];
    let from = first % RING_RECORDS;
    for (let left = count; left > 0; from = 0) {
      const taken = Math.min(left, RING_RECORDS - from);
      left -= taken;
      // The last record's comma is left out.
      parts.push(bytes.subarray(starts[from], (starts[from + taken] ?? 0) - (left === 0 ? 1 : 0)));
    }
    return parts;
  };
}
