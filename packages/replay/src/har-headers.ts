import type { HarNameValue } from "./har.ts";
import type { Redactor } from "./redactor.ts";

/** Left out: they change with every recording, or describe the transfer and not the message. */
const VOLATILE = new Set([
  "date",
  "connection",
  "keep-alive",
  "user-agent",
  "content-encoding",
  "content-length",
  "transfer-encoding",
]);

export function harHeaders(headers: Headers, redactor: Redactor): HarNameValue[] {
  return [...headers]
    .filter(([name]) => !VOLATILE.has(name))
    .map(([name, value]) => ({ name, value: redactor.header(name, value) }));
}
