import { createMiddleware } from "hono/factory";
import type { ApiEnvironment } from "../http/api-environment.ts";
import { onomondoError } from "./onomondo-error.ts";

const WINDOW = 60_000;

/**
 * Counts requests by the minute, says in each answer what is left, and refuses the rest with 429 and, as seen
 * of the live API, without `Retry-After`. Runs by the real clock, since that is what clients wait by.
 */
export function limitRate(limit: number) {
  let windowEnd = 0;
  let used = 0;
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const now = Date.now();
    if (now >= windowEnd) {
      windowEnd = now + WINDOW;
      used = 0;
    }
    used += 1;
    context.header("x-ratelimit-limit", String(limit));
    context.header("x-ratelimit-remaining", String(Math.max(0, limit - used)));
    context.header("x-ratelimit-reset", String(Math.ceil(windowEnd / 1000)));
    if (used > limit) throw onomondoError(429, "too_many_requests");
    await next();
  });
}
