import { formatDate } from "./format-date.ts";

/**
 * One parameter value as text, before percent-encoding; strings verbatim.
 *
 * @throws TypeError when the value has no text form on the wire; `name` says where it stands.
 */
export function serializeValue(name: string, value: unknown, format?: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return formatDate(value, format);
  throw new TypeError(
    `${name}: ${describe(value)} cannot be sent; give a string, number, boolean or valid Date`,
  );
}

function describe(value: unknown): string {
  if (value instanceof Date) return "an invalid Date";
  if (typeof value === "number") return String(value);
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}
