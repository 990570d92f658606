import { MalformedResponseError } from "../errors.ts";
import { readText } from "../read-text.ts";
import { type Redact, redactJson, redactorFor } from "../redaction.ts";
import { connectionError } from "./connect.ts";
import type { Middleware } from "./middleware.ts";

/** How much of an error body is read; documented error bodies are far shorter and arrive with the headers. */
const limits = { bytes: 64 * 1024, ms: 5000 };

/** Characters that platforms accept in the reason phrase of a response, but not when a `Response` is created with it. */
const invalidInReasonPhrase = /[^\t\x20-\x7e\x80-\xff]/g;

/**
 * Reads the body of every response outside 2xx, limited in size and time, and redacts the credentials of the request in it,
 * so that nothing made from the response can leak them. Comes after `authorize`, because it must see the credentials.
 */
export const redactErrors: Middleware = (next) => (request) =>
  next(request).then(async (response) => {
    const shown = response.ok ? response : await redactResponse(response, request);
    sentHeaders.set(shown, request.headers);
    return shown;
  });

// Keyed by the response, because an `authorize` function may send a request of its own.
const sentHeaders = new WeakMap<Response, Headers>();

/** What redacts the credentials that a response may show; `undefined` if an `authorize` function replaced the response. */
export function redactorOf(response: Response): Redact | undefined {
  const headers = sentHeaders.get(response);
  return headers && redactorFor(headers);
}

async function redactResponse(response: Response, request: Request): Promise<Response> {
  const { status, statusText } = response;
  // Browsers hide a redirect that is not followed behind status 0, which no Response can be created with.
  if (status === 0) throw connectionError(request, new Error("redirects are not followed"), (text) => text);
  if (status < 200 || status > 599) {
    response.body?.cancel().catch(() => {});
    const { pathname } = new URL(request.url);
    throw new MalformedResponseError(
      `${request.method} ${pathname}: ${status} is not a valid final HTTP status`,
    );
  }
  const { text } = await readText(response, limits).catch((cause) => {
    throw connectionError(request, cause, redactorFor(request.headers), true);
  });
  const redact = redactorFor(request.headers);
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact(value));
  return new Response(status === 304 ? null : redactBody(text, redact), {
    status,
    statusText: redact(statusText).replace(invalidInReasonPhrase, ""),
    headers,
  });
}

/** Redacts a body. The values of JSON are redacted after parsing, which undoes their escapes exactly. */
function redactBody(text: string, redact: Redact): string {
  try {
    return JSON.stringify(redactJson(JSON.parse(text), redact));
  } catch {
    return redact(text); // not JSON, or nested too deeply
  }
}
