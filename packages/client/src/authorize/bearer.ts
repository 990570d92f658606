import type { Wire } from "../fetch.ts";
import { withHeader } from "./with-header.ts";

/** A bearer token, or a function that fetches one. */
export type BearerToken = string | (() => string | Promise<string>);

/**
 * Bearer authentication (RFC 6750). A token from a function is kept and fetched anew after a 401; calls that wait
 * for a token at the same time share one fetch. A rejection of the function rejects the call.
 */
export function bearer(token: BearerToken): Wire {
  const attempt = (request: Request, value: string) =>
    withHeader(request, "Authorization", `Bearer ${value}`);
  if (typeof token === "string") return (next) => (request) => next(attempt(request, token));

  let kept: Promise<string> | undefined;
  const current = (): Promise<string> => {
    kept ??= fetchToken(token).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };

  return (next) => async (request) => {
    const used = current();
    const response = await next(attempt(request, await used));
    if (response.status !== 401) return response;
    // Only the first of many refused calls drops the token; the others find its successor already there.
    if (kept === used) kept = undefined;
    await response.body?.cancel();
    return next(attempt(request, await current()));
  };
}

async function fetchToken(token: () => string | Promise<string>): Promise<string> {
  const value: unknown = await token();
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(
    `the token function must return a non-empty string, not ${value === "" ? '""' : typeof value}`,
  );
}
