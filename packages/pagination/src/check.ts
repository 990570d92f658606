/** What a value must be. A tuple, because it is shorter than an object in every bundle. */
export type Rule = readonly [
  /** What `typeof` gives. `null` never fits. */
  type: "string" | "number" | "object" | "function",
  /** What is accepted, in words that can follow "must be". */
  accepted: string,
  /** A further condition. */
  fits?: (value: unknown) => boolean,
];

export const FUNCTION: Rule = ["function", "a function"];

/** The rule for a few values. */
export const oneOf = (values: readonly unknown[], accepted: string): Rule => [
  typeof values[0] === "number" ? "number" : "string",
  accepted,
  (value) => values.includes(value),
];

/** @throws TypeError if the value has the wrong type; RangeError if it is a text or number that the rule does not accept. */
export function check(name: string, value: unknown, [type, accepted, fits]: Rule): void {
  const hasType = typeof value === type && value !== null;
  if (hasType && (fits?.(value) ?? true)) return;
  throw invalid(name, value, accepted, hasType && type !== "object" ? RangeError : TypeError);
}

/** The error for a value that is not accepted: `limit must be a whole number, 0 or more; received -1`. */
export const invalid = (name: string, value: unknown, accepted: string, Kind = TypeError): Error =>
  new Kind(`${name} must be ${accepted}; received ${show(value)}`);

/** A value as messages show it. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" ? describe(value) : String(value);
}

/** The kind of a JSON value as messages name it: `null`, `an array`, `an object`, `a string`. */
export function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Says that a part of a response is not what was expected: `/items in the body is null; expected an array of records`. */
export const mismatch = (what: string, value: unknown, expected: string): string =>
  `${what} is ${describe(value)}; expected ${expected}`;
