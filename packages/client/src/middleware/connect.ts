import { ConnectionError, causes } from "../errors.ts";
import { type Redact, redactError, redactorFor } from "../redaction.ts";
import type { Middleware } from "./middleware.ts";

/** Turns what `fetch` throws into a {@link ConnectionError}; an aborted signal keeps its own reason. */
export const connect: Middleware = (next) => async (request) => {
  try {
    const response: Response | undefined = await next(request);
    if (response?.headers === undefined)
      throw new TypeError("the option fetch must return a promise of a Response");
    return response;
  } catch (cause) {
    throw connectionError(request, cause, redactorFor(request.headers));
  }
};

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
    if (!(cause instanceof Error)) continue;
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
    if (cause.message !== "") text = cause.message;
    else if (code !== undefined) text = code;
  }
  return text;
}
