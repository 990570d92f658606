import { inspect } from "node:util";

/** All that a value says to whoever prints, logs or serializes it. */
export function everythingIn(value: unknown): string {
  const parts = [
    inspect(value, { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null }),
  ];
  parts.push(String(value), json(value));
  for (let error = value; error instanceof Error; error = error.cause) {
    parts.push(
      error.message,
      error.stack ?? "",
      json(error),
      json(Object.fromEntries(Object.entries(error))),
    );
  }
  if (value instanceof Response) parts.push(value.url, value.statusText, json([...value.headers]));
  return parts.join("\n");
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return ""; // a cycle, which cannot be serialized and so says nothing
  }
}
