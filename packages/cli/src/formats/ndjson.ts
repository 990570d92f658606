import type { Format } from "./format.ts";

/** A JSON object per line, its fields as the API sent them. */
export const ndjson = (): Format => ({
  page: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(""),
  empty: () => "",
});
