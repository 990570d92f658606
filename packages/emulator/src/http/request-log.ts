import { createMiddleware } from "hono/factory";
import type { ApiEnvironment } from "./api-environment.ts";

/** One request as it arrived. Headers are left out: they carry the credentials. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, byte for byte as sent. */
  readonly url: string;
  /** Status of the answer; null until it is given, and for good where a fault broke it off. */
  readonly status: number | null;
}

/** An emulator may serve for days: older requests than these are forgotten. */
const LONGEST_LOG = 10_000;

/** What the adapter's stand-in for an answer carries when a fault has broken the real one off. */
const BROKEN_OFF = "x-hono-already-sent";

/** Notes every request in `log`, in the order of arrival. */
export function logRequests(log: LoggedRequest[]) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const { method = "", url = "" } = context.env.incoming;
    const entry: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] } = {
      method,
      url,
      status: null,
    };
    log.push(entry);
    if (log.length > LONGEST_LOG) log.shift();
    await next();
    if (!context.res.headers.has(BROKEN_OFF)) entry.status = context.res.status;
  });
}
