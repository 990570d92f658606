import { decodeBase64 } from "./bytes.ts";
import { HarError } from "./errors.ts";
import type { Har } from "./har.ts";

/**
 * Reads a HAR and checks everything that `replay` relies on. Unknown properties are kept.
 *
 * @param input The HAR, parsed or as JSON text. A byte order mark is ignored.
 * @throws HarError if the input is not a HAR. `where` is the invalid place, such as `log.entries[3].request.url`.
 *
 * @example
 * ```ts
 * import { parseHar } from "@usagewire/replay";
 *
 * const har = parseHar('{"log":{"comment":"live: staging account","entries":[]}}');
 * console.log(har.log.comment, har.log.entries.length);
 * ```
 */
export function parseHar(input: unknown): Har {
  const har = typeof input === "string" ? parseJson(input) : input;
  const log = object(object(har, "HAR").log, "log");
  for (const [index, entry] of array(log.entries, "log.entries").entries()) {
    checkEntry(entry, `log.entries[${index}]`);
  }
  // Every property that `Har` requires has been checked above.
  return har as Har;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new HarError("HAR", `is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function checkEntry(value: unknown, where: string): void {
  const entry = object(value, where);
  checkRequest(object(entry.request, `${where}.request`), `${where}.request`);
  checkResponse(object(entry.response, `${where}.response`), `${where}.response`);
}

function checkRequest(request: Record<string, unknown>, where: string): void {
  string(request.method, `${where}.method`);
  if (!URL.canParse(string(request.url, `${where}.url`))) {
    unexpected(request.url, `${where}.url`, "an absolute URL");
  }
  checkHeaders(request.headers, `${where}.headers`);
  if (request.postData !== undefined) {
    const { text } = object(request.postData, `${where}.postData`);
    if (text !== undefined) string(text, `${where}.postData.text`);
  }
}

function checkResponse(response: Record<string, unknown>, where: string): void {
  const { status } = response;
  if (status !== 0 && !(Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599)) {
    unexpected(status, `${where}.status`, "an HTTP status, or 0 if there was no response");
  }
  checkHeaders(response.headers, `${where}.headers`);
  const { text, encoding } = object(response.content, `${where}.content`);
  if (text !== undefined) string(text, `${where}.content.text`);
  if (encoding === "base64") checkBase64(text ?? "", `${where}.content.text`);
  else if (encoding !== undefined && encoding !== "") {
    unexpected(encoding, `${where}.content.encoding`, '"base64" or nothing');
  }
}

function checkHeaders(value: unknown, where: string): void {
  for (const [index, header] of array(value, where).entries()) {
    const at = `${where}[${index}]`;
    const { name, value: text } = object(header, at);
    string(name, `${at}.name`);
    string(text, `${at}.value`);
  }
}

function checkBase64(value: unknown, where: string): void {
  const text = string(value, where);
  try {
    decodeBase64(text);
  } catch {
    unexpected(text, where, "base64");
  }
}

function object(value: unknown, where: string): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? // Any key of an object can be read; the values stay unknown.
      (value as Record<string, unknown>)
    : unexpected(value, where, "an object");
}

function array(value: unknown, where: string): unknown[] {
  return Array.isArray(value) ? value : unexpected(value, where, "an array");
}

function string(value: unknown, where: string): string {
  return typeof value === "string" ? value : unexpected(value, where, "a string");
}

function unexpected(value: unknown, where: string, expected: string): never {
  throw new HarError(where, `expected ${expected}, found ${show(value)}`);
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
