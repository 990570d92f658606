import { describe } from "../answer/describe.ts";

/** A value that was not accepted, for a message. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" ? describe(value) : String(value);
}
