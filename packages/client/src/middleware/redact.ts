import { rememberSentHeaders } from "../call.ts";
import { MalformedResponseError } from "../errors.ts";
import { readText } from "../read-text.ts";
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
export const redactErrors: Middleware = (next) => (request) => {
  rememberSentHeaders(request);
  return next(request).then((response) => (response.ok ? response : redactResponse(response, request)));
};

async function redactResponse(response: Response, request: Request): Promise<Response> {
  const { status, statusText } = response;
  // Browsers hide a redirect that is not followed behind status 0, which no Response can be created with.
  if (status === 0) throw connectionError(request, new Error("redirects are not followed"));
  if (status < 200 || status > 599) {
    response.body?.cancel().catch(() => {});
    const { pathname } = new URL(request.url);
    throw new MalformedResponseError(
      `${request.method} ${pathname}: ${status} is not a valid final HTTP status`,
    );
  }
  const { text } = await readText(response, limits).catch((cause) => {
    throw connectionError(request, cause, true);
  });
  const secrets = credentialsIn(request.headers);
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact(value, secrets));
  return new Response(status === 304 ? null : redact(text, secrets), {
    status,
    statusText: redact(statusText, secrets).replace(invalidInReasonPhrase, ""),
    headers,
  });
}

/** Replaces each secret in a text. Secrets must be sorted, longest first. */
export function redact(text: string, secrets: readonly string[]): string {
  let redacted = text;
  for (const secret of secrets) redacted = redacted.replaceAll(secret, "[redacted]");
  return redacted;
}

// Headers that never contain a credential; any other may have been set by an `authorize` function.
const harmless = new Set(["accept", "accept-language", "content-type", "user-agent"]);

/** The credentials in request headers, in every form in which a response might echo them, longest first. */
export function credentialsIn(headers: Headers): string[] {
  const secrets = new Set<string>();
  for (const [name, value] of headers) {
    if (harmless.has(name)) continue;
    const token = value.slice(value.indexOf(" ") + 1);
    for (const secret of [value, token, ...decodeBasic(value, token)]) {
      // Redacting shorter strings would make messages unreadable, and they protect nothing.
      if (secret.length >= 6) for (const form of formsOf(secret)) secrets.add(form);
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

function decodeBasic(value: string, token: string): string[] {
  if (!value.startsWith("Basic ")) return [];
  try {
    const bytes = Uint8Array.from(atob(token), (char) => char.charCodeAt(0));
    const pair = new TextDecoder().decode(bytes);
    return [pair, pair.slice(pair.indexOf(":") + 1)];
  } catch {
    return []; // a header of the caller that is not Basic after all
  }
}

function formsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const strict = percent.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(secret).slice(1, -1);
  const padded = btoa(String.fromCharCode(...new TextEncoder().encode(secret)));
  const base64 = padded.replace(/=+$/, "");
  return [
    secret,
    ...[percent, strict].flatMap((form) => [form, lowerCase(form), form.replaceAll("%20", "+")]),
    json,
    json.replaceAll("/", "\\/"),
    padded,
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_"),
  ];
}

const lowerCase = (percent: string): string => percent.replace(/%../g, (code) => code.toLowerCase());
