import { decodeBase64 } from "./base64.ts";
import { array, object, string, unexpected } from "./expect-shape.ts";
import type { Har } from "./har.ts";
import { HarError } from "./har-error.ts";

/**
 * Reads a HAR from its text or from parsed JSON, and checks whatever `replay` relies on.
 *
 * @throws HarError naming the place, as `log.entries[3].request.url`.
 */
export function parseHar(input: unknown): Har {
  const har = typeof input === "string" ? parseJson(input) : input;
  const log = object(object(har, "HAR").log, "log");
  for (const [index, entry] of array(log.entries, "log.entries").entries()) {
    checkEntry(entry, `log.entries[${index}]`);
  }
  // Every property that `Har` requires has just been checked.
  return har as Har;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new HarError("HAR", `not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
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
    unexpected(status, `${where}.status`, "an HTTP status, or 0 for a request without an answer");
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

function checkBase64(text: unknown, where: string): void {
  try {
    decodeBase64(string(text, where));
  } catch (error) {
    if (error instanceof HarError) throw error;
    unexpected(text, where, "base64");
  }
}
