import { ConnectionError, causes } from "../errors.ts";
import { type Redact, redactError, redactorFor } from "../redaction.ts";
import type { Middleware } from "./middleware.ts";

/** Turns what `fetch` throws into a {@link ConnectionError}; an aborted signal keeps its own reason. */
export const connect: Middleware = (next) => async (request) => {
  let response: Response | undefined;
  try {
    response = await next(request);
    if (response?.headers === undefined)
      throw new TypeError("the option fetch must return a promise of a Response");
  } catch (thrown) {
    const redact = redactorFor(request.headers);
    // The URL is valid, so this is a `fetch` that took a Request of another implementation for a URL.
    if (/invalid url|parse url|absolute urls/i.test(innermostMessage(thrown)))
      throw new TypeError(`the option fetch does not accept this platform's Request; ${wrapFetch}`, {
        cause: redactError(thrown, redact),
      });
    throw connectionError(request, thrown, redact);
  }
  if (response.body && typeof response.body.getReader !== "function")
    throw new TypeError(`the option fetch returned a body that is not a ReadableStream; ${wrapFetch}`);
  return response;
};

const wrapFetch =
  'set fetch: (request) => …, which calls it with request.url and what else it needs; the README of @usagewire/client shows how, under "Another fetch"';

/**
 * The error for a request without a complete response.
 *
 * @param redact Redacts the credentials of the request, which a platform or the option `fetch` may quote; `undefined` if they
 * are unknown. The cause is left out then.
 * @param started Whether the response started before it was cut off.
 */
export function connectionError(
  request: Pick<Request, "method" | "url" | "signal">,
  thrown: unknown,
  redact: Redact | undefined,
  started = false,
): unknown {
  if (request.signal.aborted) return request.signal.reason;
  const { origin, pathname } = new URL(request.url);
  const what = started ? `the response from ${origin} was cut off` : `no response from ${origin}`;
  const message = `${request.method} ${pathname}: ${what}`;
  if (redact === undefined) return new ConnectionError(message);
  const cause = redactError(thrown, redact);
  return new ConnectionError(`${message}: ${innermostMessage(cause)}`, { cause });
}

// Node's own message is "fetch failed"; the innermost cause has the reason, as a message or only as a code.
function innermostMessage(error: unknown): string {
  let text = String(error);
  for (const cause of causes(error)) {
    // By its shape: `fetch` may throw an error of another realm, as in Jest, which is no instance of our Error.
    const { message, code }: { message?: unknown; code?: unknown } = Object(cause);
    if (typeof message === "string" && message !== "") text = message;
    else if (typeof code === "string") text = code;
  }
  return text;
}
