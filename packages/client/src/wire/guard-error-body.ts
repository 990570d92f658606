import type { Wire } from "../fetch.ts";
import { readText } from "../response/read-text.ts";
import { connectionError } from "./connect.ts";
import { credentialsIn } from "./credentials-in.ts";
import { redact } from "./redact.ts";

/** Bytes read of an error body; what a provider documents is far shorter. */
const maxErrorBytes = 64 * 1024;

/**
 * Reads the body of every answer outside 2xx, bounded, and blots out the request's credentials in it, so that
 * nothing made from the answer can leak them. It stands next to the wire, where the credentials can be seen.
 */
export const guardErrorBody: Wire = (next) => async (request) => {
  const response = await next(request);
  if (response.ok) return response;
  let text: string;
  try {
    text = await readText(response, maxErrorBytes);
  } catch (cause) {
    throw connectionError(request, cause);
  }
  const secrets = credentialsIn(request.headers);
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact(value, secrets));
  const { status, statusText } = response;
  // A browser hides a redirect that is not followed behind status 0, which no Response can be made with.
  if (status === 0) throw connectionError(request, new Error("a redirect, which is never followed"));
  return new Response(status === 304 ? null : redact(text, secrets), {
    status,
    statusText,
    headers,
  });
};
