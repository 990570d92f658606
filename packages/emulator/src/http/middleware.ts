import { setTimeout as delay } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

/** Hono's environment on Node: `env` holds Node's own request and response. */
export interface ApiEnvironment {
  Bindings: HttpBindings;
}

export type ApiMiddleware = MiddlewareHandler<ApiEnvironment>;

/** A request that an emulated API received. It has no headers, so it never holds a credential. */
export interface LoggedRequest {
  /** HTTP method. */
  readonly method: string;
  /** Path and query, byte for byte as sent. */
  readonly url: string;
  /** Status of the response. Null until it is sent, and also after a fault closed or stalled the connection. */
  readonly status: number | null;
}

/** An emulator may run for days: only the most recent requests are kept. */
const MAX_LOGGED_REQUESTS = 10_000;

/** Marks the placeholder that the adapter expects after the real response was written directly. */
const ALREADY_SENT_HEADER = "x-hono-already-sent";

/** Adds each request to `log`, in the order of arrival. */
export const logRequests =
  (log: LoggedRequest[]): ApiMiddleware =>
  async (context, next) => {
    const { method = "", url = "" } = context.env.incoming;
    const entry: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] } = {
      method,
      url,
      status: null,
    };
    log.push(entry);
    if (log.length > MAX_LOGGED_REQUESTS) log.shift();
    await next();
    if (!context.res.headers.has(ALREADY_SENT_HEADER)) entry.status = context.res.status;
  };

const allowAnyOrigin = cors({ origin: "*", exposeHeaders: ["*"], maxAge: 600 });

/**
 * Lets a web page of any origin send requests and read the responses: the emulator is reachable from its own machine only,
 * and its data is synthetic. A preflight has no credentials, so the provider's checks come after this. A request without
 * `Origin` is not a browser's and gets what the provider sends.
 */
export const allowBrowsers: ApiMiddleware = (context, next) =>
  context.req.header("origin") === undefined ? next() : allowAnyOrigin(context, next);

/** Delays each request by a number of milliseconds. */
export const addLatency =
  (milliseconds: number): ApiMiddleware =>
  async (_context, next) => {
    // Unreferenced, so that a pending delay does not keep the process alive.
    if (milliseconds > 0) await delay(milliseconds, undefined, { ref: false });
    await next();
  };
