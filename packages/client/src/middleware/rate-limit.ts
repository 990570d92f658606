/** The rate limit in the headers of a response. */
export interface RateLimit {
  /** Requests allowed in a period. */
  readonly limit?: number | undefined;
  /** Requests left in this period. */
  readonly remaining?: number | undefined;
  /** Seconds until the next period. */
  readonly reset?: number | undefined;
}

/**
 * Reads the rate limit of a response: `x-ratelimit-*`, which Onomondo sends with a reset in Unix seconds, or `RateLimit-*`
 * and `RateLimit` of the IETF drafts (draft-ietf-httpapi-ratelimit-headers), with a reset in seconds from now.
 */
export function rateLimit(headers: Headers): RateLimit {
  const combined = headers.get("ratelimit");
  if (combined !== null) {
    const item = (names: string) =>
      integer(new RegExp(`(?:^|[;,\\s])(?:${names})=(\\d+)`).exec(combined)?.[1]);
    return { limit: item("limit|q"), remaining: item("remaining|r"), reset: item("reset|t") };
  }
  const prefix = ["x-ratelimit-", "ratelimit-"].find((prefix) => headers.has(`${prefix}reset`));
  if (prefix === undefined) return {};
  const field = (name: string) => integer(headers.get(prefix + name)?.trim());
  const reset = field("reset");
  return {
    limit: field("limit"),
    remaining: field("remaining"),
    reset: reset !== undefined && reset > 1e9 ? Math.max(0, reset - providerTime(headers) / 1000) : reset,
  };
}

/**
 * Seconds to wait before the next attempt: `Retry-After` in seconds or as a date, or the reset of a rate limit that is used
 * up. Never negative; `undefined` if the response does not say.
 */
export function retryAfter({ status, headers }: Pick<Response, "status" | "headers">): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  const date = value === undefined ? Number.NaN : Date.parse(value);
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - providerTime(headers)) / 1000));
  const { remaining, reset } = rateLimit(headers);
  return reset !== undefined && (status === 429 || remaining === 0) ? Math.ceil(reset) : undefined;
}

/** The provider's clock in ms since 1970, which its absolute times refer to; ours if the response has no `Date`. */
const providerTime = (headers: Headers): number => Date.parse(headers.get("date") ?? "") || Date.now();

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
