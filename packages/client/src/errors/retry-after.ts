/**
 * Seconds to wait before the next try: `Retry-After` in seconds or as a date, else Onomondo's
 * `x-ratelimit-reset` (absolute Unix seconds) once nothing remains. Never negative; undefined where nothing is said.
 */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  const date = value === undefined ? Number.NaN : Date.parse(value);
  if (!Number.isNaN(date)) return secondsUntil(date, now);
  const reset = headers.get("x-ratelimit-reset");
  if (headers.get("x-ratelimit-remaining") === "0" && reset !== null && /^\d+$/.test(reset)) {
    return secondsUntil(Number(reset) * 1000, now);
  }
  return undefined;
}

const secondsUntil = (time: number, now: number): number => Math.max(0, Math.ceil((time - now) / 1000));
