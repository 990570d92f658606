import { copyRequest } from "./call.ts";
import { TimeoutError } from "./errors.ts";
import type { Middleware } from "./middleware/middleware.ts";
import { SharedWork } from "./shared-state.ts";

/**
 * Authorizes requests with HTTP Basic authentication (RFC 7617, UTF-8).
 *
 * @param user The user name, such as an account SID or the SID of an API key. Must not contain a colon.
 * @param password The password, such as an auth token or the secret of an API key.
 * @returns Middleware for the client option `authorize`.
 * @throws TypeError if one of them is empty or not a string, or the user contains a colon.
 *
 * @example
 * ```ts
 * import { basic, createClient } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * const client = createClient<SuperSimPaths>(superSimApi, { authorize: basic("SK123", "secret") });
 * ```
 */
export function basic(user: string, password: string): Middleware {
  checkCredential("basic(user, password): user", user);
  checkCredential("basic(user, password): password", password);
  if (user.includes(":")) throw new TypeError("basic(user, password): user must not contain a colon");
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return header("Authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
}

/**
 * Authorizes requests with a header.
 *
 * @param name The name of the header, such as `X-Api-Key`.
 * @param value The value of the header.
 * @returns Middleware for the client option `authorize`.
 * @throws TypeError if the value is empty or not a string.
 *
 * @example
 * ```ts
 * import { createClient, header } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * const client = createClient<SuperSimPaths>(superSimApi, { authorize: header("X-Api-Key", "secret") });
 * ```
 */
export function header(name: string, value: string): Middleware {
  checkCredential(`header(${JSON.stringify(name)}, value): value`, value);
  return (next) => (request) => next(withHeader(request, name, value));
}

/** A bearer token, or a function that fetches one. */
export type BearerToken = string | (() => FetchedToken | Promise<FetchedToken>);

/** What a token function returns: a token, with the time when it expires if that is known (a `Date`, or ms since 1970). */
export type FetchedToken =
  | string
  | { readonly token: string; readonly expiresAt?: Date | number | undefined };

/** Milliseconds before its expiry at which a token is replaced, so that it does not expire on its way. */
const expiryMargin = 10_000;

/**
 * Authorizes requests with a bearer token (RFC 6750).
 *
 * A function is called for a token when there is none, ten seconds before it expires, and once after a 401. Calls that wait
 * for a token at the same time share one. If the function fails, the call fails with the same error, and the next call
 * tries again.
 *
 * @param token The token, or a function that fetches one.
 * @returns Middleware for the client option `authorize`.
 * @throws TypeError if the token is empty, or neither a string nor a function.
 *
 * @example
 * ```ts
 * import { bearer, createClient } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * declare function fetchToken(): Promise<{ token: string; seconds: number }>;
 *
 * const client = createClient<SuperSimPaths>(superSimApi, {
 *   authorize: bearer(async () => {
 *     const { token, seconds } = await fetchToken();
 *     return { token, expiresAt: Date.now() + seconds * 1000 };
 *   }),
 * });
 * ```
 */
export function bearer(token: BearerToken): Middleware {
  if (typeof token !== "function") {
    checkCredential("bearer(token): token", token);
    return header("Authorization", `Bearer ${token}`);
  }
  const authorized = (request: Request, value: string) =>
    withHeader(request, "Authorization", `Bearer ${value}`);

  let cached: SharedWork<string> | undefined;
  let expires = Number.POSITIVE_INFINITY;
  const current = (): SharedWork<string> => {
    if (Date.now() > expires - expiryMargin) cached = undefined;
    if (cached !== undefined) return cached;
    expires = Number.POSITIVE_INFINITY;
    const fetching = new SharedWork(() =>
      fetchToken(token).then(
        (fetched) => {
          if (cached === fetching) expires = fetched.expires;
          return fetched.value;
        },
        (error: unknown) => {
          drop(fetching);
          throw error;
        },
      ),
    );
    cached = fetching;
    return fetching;
  };
  // Of many refused calls only the first drops the token; the others find the next one in its place.
  const drop = (used: SharedWork<string>) => {
    if (cached === used) cached = undefined;
  };
  const take = async (signal: AbortSignal): Promise<{ used: SharedWork<string>; value: string }> => {
    const used = current();
    // A token function that never settles must not block later calls.
    const dropOnTimeout = () => TimeoutError.is(signal.reason) && drop(used);
    signal.addEventListener("abort", dropOnTimeout);
    const result = await used.wait(signal).finally(() => signal.removeEventListener("abort", dropOnTimeout));
    if (result !== undefined) return { used, ...result };
    drop(used);
    return take(signal);
  };

  return (next) => async (request) => {
    const { signal } = request;
    const { used, value } = await take(signal);
    const spare = request.body === null ? request : copyRequest(request);
    const response = await next(authorized(request, value));
    if (response.status !== 401) return response;
    drop(used);
    await response.body?.cancel();
    return next(authorized(spare, (await take(signal)).value));
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
    throw new TypeError(`the token function must return a non-empty string or { token }; received ${found}`);
  }
  return { value: token, expires: expiresAt === undefined ? Number.POSITIVE_INFINITY : Number(expiresAt) };
}

/**
 * Tries several forms of a credential in order until a response is not a 401, and keeps the first that gets a 2xx. For
 * providers whose documentation and servers disagree.
 *
 * @param forms Middleware for each form, such as {@link header}. At least one.
 * @returns Middleware for the client option `authorize`.
 *
 * @example
 * ```ts
 * import { createClient, firstAccepted, header } from "@usagewire/client";
 * import { onomondoApi, type OnomondoPaths } from "@usagewire/onomondo";
 *
 * const client = createClient<OnomondoPaths>(onomondoApi, {
 *   authorize: firstAccepted(header("Authorization", "Bearer key"), header("Authorization", "key")),
 * });
 * ```
 */
export const firstAccepted =
  (...forms: readonly Middleware[]): Middleware =>
  (next) => {
    const attempts = forms.map((form) => form(next));
    let accepted: (typeof attempts)[number] | undefined;

    return async (request) => {
      if (accepted !== undefined) return accepted(request);
      let refused: Response | undefined;
      for (const attempt of attempts) {
        await refused?.body?.cancel();
        // A copy for each form, so that the header of one is not sent with the next.
        const response = await attempt(copyRequest(request));
        if (response.status !== 401) {
          // Only a 2xx proves a form: a 429 or 5xx may be sent before the credentials are checked.
          if (response.ok) accepted = attempt;
          return response;
        }
        refused = response;
      }
      if (refused === undefined) throw new TypeError("firstAccepted() requires at least one credential form");
      return refused;
    };
  };

/**
 * Reads an environment variable.
 *
 * @param name The name of the variable.
 * @returns Its value; `undefined` if it is not set or empty, or the platform has no environment (browsers, most workers).
 *
 * @example
 * ```ts
 * import { environment, header } from "@usagewire/client";
 *
 * const authorize = header("X-Api-Key", environment("FLEET_API_KEY") ?? "");
 * ```
 */
export function environment(name: string): string | undefined {
  const host: { process?: { env?: Record<string, string | undefined> } } = globalThis;
  return host.process?.env?.[name] || undefined;
}

/** @throws TypeError if a credential is empty or not a string, which is what an unset variable often becomes. */
function checkCredential(name: string, value: unknown): void {
  if (typeof value === "string" && value !== "") return;
  throw new TypeError(`${name} must be a non-empty string; received ${value === "" ? '""' : typeof value}`);
}

/**
 * Sets a header with a credential.
 *
 * @throws TypeError if the value is invalid in a header; the platform's own error would quote it.
 */
function withHeader(request: Request, name: string, value: string): Request {
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    throw new TypeError(
      `the credential for header ${name} contains a line break or another invalid character`,
    );
  }
  request.headers.set(name, value);
  return request;
}
