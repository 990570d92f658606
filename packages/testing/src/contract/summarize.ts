import type { Violation } from "./validator.ts";

/** A line for each kind of violation: what is wrong with one record is usually wrong with all of them. */
export function summarize(violations: readonly Violation[]): string[] {
  const kinds = new Map<string, { first: Violation; count: number }>();
  for (const violation of violations) {
    const kind = `${violation.pointer.replace(/\/\d+/g, "/*")} ${violation.message.replace(/, found .*/, "")}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { first: violation, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ first: { pointer, message }, count }) => {
    return `${pointer || "itself"} ${message}${count === 1 ? "" : `; ${count} times like this`}`;
  });
}
