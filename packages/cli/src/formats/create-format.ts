import type { Terminal } from "../host.ts";
import { csv } from "./csv.ts";
import type { Format, FormatName } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { table } from "./table.ts";

export interface FormatOptions {
  /** Documented fields of the records. */
  readonly fields: readonly string[];
  /** The columns that a CSV file already has. */
  readonly columns: readonly string[] | undefined;
  /** Where a table is shown; undefined: not on a terminal. */
  readonly terminal: Pick<Terminal, "columns"> | undefined;
  /** Tells the user what the format cannot show. */
  readonly note: (text: string) => void;
}

export function createFormat(name: FormatName, { fields, columns, terminal, note }: FormatOptions): Format {
  switch (name) {
    case "ndjson":
      return ndjson();
    case "csv":
      return csv({
        fields,
        columns,
        onLateField: (field) =>
          note(`the field ${field} came too late for a CSV column; --format ndjson keeps it`),
      });
    case "table":
      return table({
        fields,
        width: terminal?.columns || undefined,
        onHidden: (names) =>
          note(`left out the columns ${names.join(", ")}; --format csv and ndjson have them`),
      });
  }
}
