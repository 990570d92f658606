export interface RateLimit {
  /** Requests in a period. */
  readonly limit?: number | undefined;
  /** Requests left of them. */
  readonly remaining?: number | undefined;
  /** Seconds until the next period. */
  readonly reset?: number | undefined;
}

/**
 * What an answer says of the provider's rate limit: Onomondo's `x-ratelimit-*`, whose reset is in Unix seconds, or the
 * `RateLimit-*` and `RateLimit` of the IETF's drafts, whose reset counts from now.
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
    reset: reset !== undefined && reset > 1e9 ? Math.max(0, reset - now(headers) / 1000) : reset,
  };
}

/** The provider's clock in ms, which absolute times are told by; ours, where the answer carries none. */
export const now = (headers: Headers): number => Date.parse(headers.get("date") ?? "") || Date.now();

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
