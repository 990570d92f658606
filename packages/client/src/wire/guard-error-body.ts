import { rememberSent } from "../call.ts";
import { MalformedResponseError } from "../errors/malformed-response-error.ts";
import type { Wire } from "../fetch.ts";
import { readText } from "../response/read-text.ts";
import { connectionError } from "./connect.ts";
import { credentialsIn } from "./credentials-in.ts";
import { redact } from "./redact.ts";

/** What is read of an error body; what a provider documents is far shorter, and comes with the headers. */
const limits = { bytes: 64 * 1024, ms: 5000 };

/** What platforms let through in a reason phrase, and refuse when a Response is made with it. */
const noReasonPhrase = /[^\t\x20-\x7e\x80-\xff]/g;

/**
 * Reads the body of every answer outside 2xx, bounded in size and time, and blots out the request's credentials in it, so
 * that nothing made from the answer can leak them. It stands next to the wire, where the credentials can be seen.
 */
export const guardErrorBody: Wire = (next) => (request) => {
  rememberSent(request);
  return next(request).then((response) => (response.ok ? response : guarded(response, request)));
};

async function guarded(response: Response, request: Request): Promise<Response> {
  const { status, statusText } = response;
  // A browser hides a redirect that is not followed behind status 0, which no Response can be made with.
  if (status === 0) throw connectionError(request, new Error("a redirect, which is never followed"));
  if (status < 200 || status > 599) {
    response.body?.cancel().catch(() => {});
    const { pathname } = new URL(request.url);
    throw new MalformedResponseError(
      `${request.method} ${pathname}: ${status}, which is no final HTTP status`,
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
    statusText: redact(statusText, secrets).replace(noReasonPhrase, ""),
    headers,
  });
}
