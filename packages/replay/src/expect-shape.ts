import { HarError } from "./har-error.ts";

/** What reading an unknown document needs: each returns the value typed, or says where it is not that. */
export const object = (value: unknown, where: string): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? // An object can be read by any key; what stands there stays unknown.
      (value as Record<string, unknown>)
    : unexpected(value, where, "an object");

export const array = (value: unknown, where: string): unknown[] =>
  Array.isArray(value) ? value : unexpected(value, where, "an array");

export const string = (value: unknown, where: string): string =>
  typeof value === "string" ? value : unexpected(value, where, "a string");

export function unexpected(value: unknown, where: string, expected: string): never {
  throw new HarError(where, `expected ${expected}, found ${show(value)}`);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
