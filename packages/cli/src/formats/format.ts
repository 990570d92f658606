/** Records as text, a page at a time, so that no more than a page is ever held. */
export interface Format {
  /** Whole lines, each ended. */
  page(records: readonly unknown[]): string;
  /** What is still to be written when there was no record at all. */
  empty(): string;
}

export const FORMATS = ["table", "ndjson", "csv"] as const;

export type FormatName = (typeof FORMATS)[number];
