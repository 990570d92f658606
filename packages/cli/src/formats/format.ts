/** Converts records to text one page at a time, so that memory holds no more than a page. */
export interface Format {
  /** Whole lines, each with a newline at its end. */
  page(records: readonly unknown[]): string;
  /** What to write if the list has no records. */
  empty(): string;
}

export const FORMATS = ["table", "ndjson", "csv"] as const;

export type FormatName = (typeof FORMATS)[number];

/** One JSON object per line, with the fields as the API sent them. */
export const ndjson = (): Format => ({
  page: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(""),
  empty: () => "",
});
