/** The cells of a record by column: `network: { mcc }` becomes `network.mcc`. */
export type Row = ReadonlyMap<string, unknown>;

/**
 * Spreads nested objects over dotted columns. Arrays, empty objects, and objects under one of the `whole` names stay in
 * one cell. A record that is not an object has the column `value`.
 */
export function flatten(record: unknown, whole: ReadonlySet<string>): Row {
  const row = new Map<string, unknown>();
  const spread = (value: object, prefix: string): void => {
    for (const [key, part] of Object.entries(value)) {
      const name = prefix + key;
      if (isObject(part) && Object.keys(part).length > 0 && !whole.has(name)) spread(part, `${name}.`);
      else row.set(name, part);
    }
  };
  if (isObject(record)) spread(record, "");
  else row.set("value", record);
  return row;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The columns of a list: its documented fields, then the other fields of its first page. An object that is null in one
 * record and spread over columns in another has no column of its own.
 */
export function columnsOf(fields: readonly string[], firstPage: readonly Row[]): string[] {
  const names = [...new Set([...fields, ...firstPage.flatMap((row) => [...row.keys()])])];
  const spread = new Set(names.flatMap(parents));
  return names.filter((name) => !spread.has(name));
}

/** `a` and `a.b` for `a.b.c`. */
const parents = (name: string): string[] =>
  [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index));

/** The text of a cell; empty for null. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
