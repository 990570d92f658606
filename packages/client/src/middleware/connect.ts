import { ConnectionError, causes } from "../errors.ts";
import type { Middleware } from "./middleware.ts";

/** Turns what `fetch` throws into a {@link ConnectionError}; an aborted signal keeps its own reason. */
export const connect: Middleware = (next) => async (request) => {
  try {
    const response: Response | undefined = await next(request);
    if (response?.headers === undefined)
      throw new TypeError("the option fetch must return a promise of a Response");
    return response;
  } catch (cause) {
    throw connectionError(request, cause);
  }
};

/**
 * The error for a request without a complete response.
 *
 * @param started Whether the response started before it was cut off.
 */
export function connectionError(
  request: Pick<Request, "method" | "url" | "signal">,
  cause: unknown,
  started = false,
): unknown {
  if (request.signal.aborted) return request.signal.reason;
  const { origin, pathname } = new URL(request.url);
  const what = started ? `the response from ${origin} was cut off` : `no response from ${origin}`;
  return new ConnectionError(`${request.method} ${pathname}: ${what}: ${innermostMessage(cause)}`, { cause });
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
