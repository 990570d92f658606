import { decodeBase64 } from "./bytes.ts";
import { HarError } from "./errors.ts";
import type { HarContent, HarEntry, HarNameValue } from "./har.ts";

/** Headers that describe the transfer of a body. A recorded body is decoded and complete. */
const TRANSFER_HEADERS = new Set(["content-encoding", "content-length", "transfer-encoding"]);
const STATUSES_WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The recorded response of an entry, with the `url` of the request.
 *
 * @throws TypeError if the entry has no response, as `fetch` does if the connection fails.
 * @throws HarError if the recorded response cannot be the response of a `fetch`.
 */
export function toResponse({ response: recorded }: HarEntry, index: number, url: string): Response {
  const { status, statusText = "", headers, content, _error } = recorded;
  const where = `log.entries[${index}].response`;
  if (status === 0) {
    throw new TypeError("fetch failed", { cause: new Error(_error || "the recording has no response") });
  }
  if (status < 200) throw new HarError(`${where}.status`, `a fetch cannot return status ${status}`);
  const response = new Response(STATUSES_WITHOUT_BODY.has(status) ? null : toBytes(content), {
    status,
    statusText,
    headers: toHeaders(headers, where),
  });
  return Object.defineProperty(response, "url", { value: new URL(url).href.replace(/#.*/, "") });
}

function toBytes({ text = "", encoding }: HarContent): Uint8Array<ArrayBuffer> {
  return encoding === "base64" ? decodeBase64(text) : new TextEncoder().encode(text);
}

function toHeaders(recorded: readonly HarNameValue[], where: string): Headers {
  const headers = new Headers();
  for (const [index, { name, value }] of recorded.entries()) {
    // Browsers record HTTP/2's `:status` as a header.
    if (name.startsWith(":") || TRANSFER_HEADERS.has(name.toLowerCase())) continue;
    try {
      // Browsers join repeated Set-Cookie headers with line feeds.
      for (const line of value.split("\n")) headers.append(name, line);
    } catch (cause) {
      const problem = `${JSON.stringify(name)} is not a valid header`;
      throw new HarError(`${where}.headers[${index}]`, problem, { cause });
    }
  }
  return headers;
}
