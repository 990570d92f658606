import { now, rateLimit } from "./rate-limit.ts";

/**
 * Seconds to wait before the next try: `Retry-After` in seconds or as a date, else the reset of a rate limit that is
 * spent. Never negative; undefined where nothing is said.
 */
export function retryAfter({ status, headers }: Pick<Response, "status" | "headers">): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  const date = value === undefined ? Number.NaN : Date.parse(value);
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - now(headers)) / 1000));
  const { remaining, reset } = rateLimit(headers);
  return reset !== undefined && (status === 429 || remaining === 0) ? Math.ceil(reset) : undefined;
}
