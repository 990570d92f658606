/** What a JSON value is, for messages: `null`, `an array`, `an object`, `a string`. */
export function describe(value: unknown): string {
  if (value === undefined) return "absent";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** That a value is not what it ought to be, for messages. */
export const mismatch = (what: string, value: unknown, expected: string): string =>
  `${what} is ${describe(value)}, where ${expected} was expected`;
