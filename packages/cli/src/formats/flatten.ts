/** The cells of a record by column: `network: { mcc }` becomes `network.mcc`. */
export type Row = ReadonlyMap<string, unknown>;

/**
 * Spreads nested objects over dotted columns. Arrays, empty objects, and objects under one of the `whole` names stay
 * in one cell. What is no object at all is in the column `value`.
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
