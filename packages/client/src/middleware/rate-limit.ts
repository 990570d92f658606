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
 * Reads the rate limit of a response: `x-ratelimit-*`, which Onomondo sends with a reset in Unix seconds (some
 * send milliseconds), or `RateLimit-*`
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
    reset:
      reset !== undefined && reset > 1e9 ? secondsUntil(reset > 1e11 ? reset : reset * 1000, headers) : reset,
  };
}

/**
 * Seconds to wait before the next attempt: `Retry-After` in seconds or as a date, or the reset of a rate limit that is used
 * up. Never negative; `undefined` if the response does not say.
 */
export function retryAfter({ status, headers }: Pick<Response, "status" | "headers">): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const date = parseDate(value);
  if (!Number.isNaN(date)) return Math.ceil(secondsUntil(date, headers));
  const { remaining, reset } = rateLimit(headers);
  return reset !== undefined && (status === 429 || remaining === 0) ? Math.ceil(reset) : undefined;
}

/** Seconds until a time in ms since 1970, by the provider's clock; by ours if the response has no `Date`. Never negative. */
const secondsUntil = (time: number, headers: Headers): number =>
  Math.max(0, time - (parseDate(headers.get("date") ?? "") || Date.now())) / 1000;

/**
 * Parses a date of HTTP in any of its three forms (RFC 9110, section 5.6.7), or of ISO 8601; NaN for other text. Of the three,
 * the form of asctime names no time zone, and all are UTC.
 */
const parseDate = (text: string): number =>
  /^[a-z]{3,9},? .*\d:\d|^\d{4}-.*z$/i.test(text)
    ? Date.parse(/gmt|utc|z$|[+-]\d{4}$/i.test(text) ? text : `${text} UTC`)
    : Number.NaN;

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
