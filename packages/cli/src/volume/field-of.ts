/** A field of a record; undefined where the record has none of that name. */
export function fieldOf(record: unknown, name: string): unknown {
  return typeof record === "object" && record !== null && Object.hasOwn(record, name)
    ? Reflect.get(record, name)
    : undefined;
}
