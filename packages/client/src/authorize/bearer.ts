import { copyRequest } from "../call.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Wire } from "../fetch.ts";
import { bearerToken } from "./bearer-token.ts";
import { withHeader } from "./with-header.ts";

/** A bearer token, or a function that fetches one. */
export type BearerToken = string | (() => FetchedToken | Promise<FetchedToken>);

/** What a token function gives: the token, and where it is known when it expires (a `Date`, or ms since 1970). */
export type FetchedToken =
  | string
  | { readonly token: string; readonly expiresAt?: Date | number | undefined };

/** Milliseconds before it expires that a token is no longer used: it must not expire on its way. */
const margin = 10_000;

/**
 * Bearer authentication (RFC 6750). A token from a function is kept until it expires, and fetched anew once after a 401;
 * calls that wait for a token at the same time share one fetch. A rejection of the function rejects the call.
 *
 * @throws TypeError when the token is an empty string or missing.
 */
export function bearer(token: BearerToken): Wire {
  if (typeof token !== "function") return bearerToken(token);
  const authorized = (request: Request, value: string) =>
    withHeader(request, "Authorization", `Bearer ${value}`);

  let kept: Promise<string> | undefined;
  let expires = Number.POSITIVE_INFINITY;
  const current = (): Promise<string> => {
    if (Date.now() > expires - margin) kept = undefined;
    if (kept !== undefined) return kept;
    expires = Number.POSITIVE_INFINITY;
    const fetching = fetchToken(token).then(
      (fetched) => {
        if (kept === fetching) expires = fetched.expires;
        return fetched.value;
      },
      (error: unknown) => {
        drop(fetching);
        throw error;
      },
    );
    kept = fetching;
    return fetching;
  };
  // Only the first of many refused calls drops the token; the others find its successor already there.
  const drop = (used: Promise<string>) => {
    if (kept === used) kept = undefined;
  };

  return (next) => async (request) => {
    const used = current();
    // A function that never comes back must not hold up later calls, too.
    const { signal } = request;
    const giveUp = () => TimeoutError.is(signal.reason) && drop(used);
    signal.addEventListener("abort", giveUp);
    const value = await used.finally(() => signal.removeEventListener("abort", giveUp));
    const spare = request.body === null ? request : copyRequest(request);
    const response = await next(authorized(request, value));
    if (response.status !== 401) return response;
    drop(used);
    await response.body?.cancel();
    return next(authorized(spare, await current()));
  };
}

async function fetchToken(
  fetch: () => FetchedToken | Promise<FetchedToken>,
): Promise<{ value: string; expires: number }> {
  const fetched: unknown = await fetch();
  const { token, expiresAt }: { token?: unknown; expiresAt?: unknown } =
    typeof fetched === "object" && fetched !== null ? fetched : { token: fetched };
  if (typeof token !== "string" || token === "") {
    const found = token === "" ? '""' : typeof token;
    throw new TypeError(`the token function must return a non-empty string or { token }, not ${found}`);
  }
  return { value: token, expires: expiresAt === undefined ? Number.POSITIVE_INFINITY : Number(expiresAt) };
}
