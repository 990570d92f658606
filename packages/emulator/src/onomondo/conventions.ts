import { STATUS_CODES } from "node:http";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type ProviderConventions, ProviderError } from "../http/api.ts";
import type { ApiMiddleware } from "../http/middleware.ts";
import type { OnomondoAuthScheme, OnomondoOptions } from "../options.ts";
import { hashHex, hashText } from "../synthetic/hash.ts";

/** Creates an error with Onomondo's error body. The body is documented, but its codes are not. */
export const onomondoError = (
  status: ContentfulStatusCode,
  code: string,
  headers?: Readonly<Record<string, string>>,
): ProviderError => new ProviderError(status, { error: code }, headers);

const DEFAULT_RATE_LIMIT = 600;

export const createOnomondoConventions = (
  apiKey: string,
  { authScheme = "raw", rateLimit = DEFAULT_RATE_LIMIT }: OnomondoOptions,
): ProviderConventions => ({
  middleware: [limitRate(rateLimit), authenticate(apiKey, authScheme)],
  notFound: () => onomondoError(404, "not_found"),
  methodNotAllowed: () => onomondoError(405, "method_not_allowed", { allow: "GET, HEAD" }),
  errorBody: (status) => ({ error: (STATUS_CODES[status] ?? "error").toLowerCase().replaceAll(" ", "_") }),
});

/** Returns a key such as `onok_a1b2c3.f00ba5`. */
export function generateApiKey(seed: string): string {
  const digits = hashHex(hashText(`${seed}/onomondo/api-key`), 0, 12);
  return `onok_${digits.slice(0, 6)}.${digits.slice(6)}`;
}

function authenticate(apiKey: string, scheme: OnomondoAuthScheme): ApiMiddleware {
  const raw = apiKey;
  const bearer = `Bearer ${apiKey}`;
  const accepted = { raw: [raw], bearer: [bearer], both: [raw, bearer] }[scheme];
  return async ({ req }, next) => {
    if (!accepted.includes(req.header("authorization") ?? "")) throw onomondoError(401, "unauthorized");
    await next();
  };
}

const RATE_LIMIT_WINDOW = 60_000;

/**
 * Adds the rate limit headers to each response, and rejects requests above the limit with a 429. It sends no
 * `Retry-After`, as none has been seen from Onomondo (specs/SOURCES.md). It uses the real clock, as clients do
 * when they wait.
 */
function limitRate(limit: number): ApiMiddleware {
  let windowEnd = 0;
  let used = 0;
  return async (context, next) => {
    const now = Date.now();
    if (now >= windowEnd) {
      windowEnd = now + RATE_LIMIT_WINDOW;
      used = 0;
    }
    used += 1;
    context.header("x-ratelimit-limit", String(limit));
    context.header("x-ratelimit-remaining", String(Math.max(0, limit - used)));
    context.header("x-ratelimit-reset", String(Math.ceil(windowEnd / 1000)));
    if (used > limit) throw onomondoError(429, "too_many_requests");
    await next();
  };
}
