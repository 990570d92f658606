import type { HarResponse } from "./har.ts";
import { harHeaders } from "./har-headers.ts";
import type { Redactor } from "./redactor.ts";

export async function harResponse(response: Response, redactor: Redactor): Promise<HarResponse> {
  const content = redactor.body(new Uint8Array(await response.arrayBuffer()));
  return {
    status: response.status,
    statusText: redactor.text(response.statusText),
    ...UNKNOWN,
    headers: harHeaders(response.headers, redactor),
    content: {
      size:
        content.encoding === undefined
          ? new TextEncoder().encode(content.text).length
          : atob(content.text).length,
      mimeType: response.headers.get("content-type") ?? "x-unknown",
      ...content,
    },
    redirectURL: redactor.text(response.headers.get("location") ?? ""),
  };
}

export function failedResponse(error: unknown, redactor: Redactor): HarResponse {
  return {
    status: 0,
    statusText: "",
    ...UNKNOWN,
    headers: [],
    content: { size: 0, mimeType: "x-unknown" },
    redirectURL: "",
    _error: redactor.text(error instanceof Error ? error.message : String(error)),
  };
}

/** What HAR demands and a `fetch` does not tell. */
const UNKNOWN = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, bodySize: -1 };
