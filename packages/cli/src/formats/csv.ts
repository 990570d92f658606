import { stringify } from "csv-stringify/sync";
import { cellText } from "./cell-text.ts";
import { columnsOf } from "./columns-of.ts";
import { flatten } from "./flatten.ts";
import type { Format } from "./format.ts";

export interface CsvOptions {
  /** Columns that there always are; those of the first page's other fields follow them. */
  readonly fields: readonly string[];
  /** The columns of a file that is gone on with; its header is not repeated. */
  readonly columns: readonly string[] | undefined;
  /** Told once of each field that turns up too late to get a column. */
  readonly onLateField: (name: string) => void;
}

/** RFC 4180 with a header line, except that lines end in `\n`. */
export function csv({ fields, columns: given, onLateField }: CsvOptions): Format {
  const whole = new Set(fields);
  const late = new Set<string>();
  let columns = given === undefined ? undefined : new Set(given);

  const start = (first: readonly string[]): string => {
    columns = new Set(first);
    return stringify([first]);
  };
  return {
    page(records) {
      const rows = records.map((record) => flatten(record, whole));
      const header = columns === undefined ? start(columnsOf(fields, rows)) : "";
      const names = columns ?? new Set<string>();
      for (const row of rows) {
        for (const [name, value] of row) {
          if (names.has(name) || late.has(name) || cellText(value) === "") continue;
          late.add(name);
          onLateField(name);
        }
      }
      return header + stringify(rows.map((row) => [...names].map((name) => cellText(row.get(name)))));
    },
    empty: () => (columns === undefined && fields.length > 0 ? start(columnsOf(fields, [])) : ""),
  };
}
