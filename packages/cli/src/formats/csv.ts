import type { Format } from "./format.ts";
import { cellText, columnsOf, flatten } from "./rows.ts";

export interface CsvOptions {
  /** Columns that are always present; the other fields of the first page follow them. */
  readonly fields: readonly string[];
  /** The columns of the file to append to, whose header is not repeated. */
  readonly columns: readonly string[] | undefined;
  /** Called once for each field that first appears after the header was written. */
  readonly onLateField: (name: string) => void;
}

/** CSV as in RFC 4180, with a header, but with lines that end in `\n`. */
export async function csv({ fields, columns: existing, onLateField }: CsvOptions): Promise<Format> {
  // Loaded on first use, to keep other commands fast to start.
  const { stringify } = await import("csv-stringify/sync");
  const whole = new Set(fields);
  const late = new Set<string>();
  let columns = existing === undefined ? undefined : new Set(existing);

  const start = (names: readonly string[]): string => {
    columns = new Set(names);
    return stringify([names]);
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

/** Reads the columns from the header of a CSV file. */
// The comma appended to the line ends the last cell as the others end, so that an empty one is found too.
export const csvHeader = (line: string): string[] =>
  [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
