import { decodeBase64 } from "./base64.ts";
import type { Candidate } from "./candidate.ts";
import type { HarContent, HarNameValue } from "./har.ts";
import { HarError } from "./har-error.ts";

/** They describe the body as it was on the wire; a recording holds it decoded and whole. */
const WIRE_ONLY = new Set(["content-encoding", "content-length", "transfer-encoding"]);
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The recorded answer, with the `url` that a real one would have.
 *
 * @throws TypeError where none was recorded.
 */
export function toResponse({ entry, index }: Candidate, url: string): Response {
  const { status, statusText = "", headers, content, _error } = entry.response;
  const where = `log.entries[${index}].response`;
  if (status === 0)
    throw new TypeError("fetch failed", { cause: new Error(_error || "recorded without an answer") });
  if (status < 200) throw new HarError(`${where}.status`, `a fetch cannot answer with ${status}`);
  const response = new Response(WITHOUT_BODY.has(status) ? null : body(content), {
    status,
    statusText,
    headers: toHeaders(headers, where),
  });
  return Object.defineProperty(response, "url", { value: new URL(url).href.replace(/#.*/, "") });
}

function body({ text = "", encoding }: HarContent): Uint8Array<ArrayBuffer> {
  return encoding === "base64" ? decodeBase64(text) : new TextEncoder().encode(text);
}

function toHeaders(recorded: readonly HarNameValue[], where: string): Headers {
  const headers = new Headers();
  for (const [index, { name, value }] of recorded.entries()) {
    // HTTP/2's `:status` is not a header of a Response.
    if (name.startsWith(":") || WIRE_ONLY.has(name.toLowerCase())) continue;
    try {
      // Browsers join repeated Set-Cookie headers with line feeds.
      for (const line of value.split("\n")) headers.append(name, line);
    } catch (cause) {
      throw new HarError(`${where}.headers[${index}]`, `${JSON.stringify(name)} is not a valid header`, {
        cause,
      });
    }
  }
  return headers;
}
