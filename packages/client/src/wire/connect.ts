import { causes } from "../errors/causes.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import type { Wire } from "../fetch.ts";

/** Turns what a `fetch` throws into a {@link ConnectionError}; an abort stays the caller's own reason. */
export const connect: Wire = (next) => async (request) => {
  try {
    const response: Response | undefined = await next(request);
    if (response?.headers === undefined) throw new TypeError("the option fetch resolved with no Response");
    return response;
  } catch (cause) {
    throw connectionError(request, cause);
  }
};

/** The error for a request whose answer did not come, or `began` and did not end. */
export function connectionError(
  request: Pick<Request, "method" | "url" | "signal">,
  cause: unknown,
  began = false,
): unknown {
  if (request.signal.aborted) return request.signal.reason;
  const { origin, pathname } = new URL(request.url);
  const what = began ? `the answer from ${origin} broke off` : `no answer from ${origin}`;
  return new ConnectionError(`${request.method} ${pathname}: ${what}: ${deepestMessage(cause)}`, { cause });
}

// Node's own message is "fetch failed"; what happened stands in the innermost cause, as a message or only a code.
function deepestMessage(error: unknown): string {
  let text = String(error);
  for (const cause of causes(error)) {
    if (!(cause instanceof Error)) continue;
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
    if (cause.message !== "") text = cause.message;
    else if (code !== undefined) text = code;
  }
  return text;
}
