import type { CallEvent, Hooks } from "./hooks/hooks.ts";
import type { RetryPolicy } from "./retry/retry-options.ts";
import type { Ending } from "./timing/ending.ts";
import type { Timeouts } from "./timing/timeout-options.ts";

/** What the wire knows of the call behind a request. A call is one logical request, and its attempts share this. */
export interface Call {
  readonly id: number;
  /** Method and path template, `GET /usage/{sim_id}`. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
  readonly hooks: Hooks;
  /** The headers before credentials, where the call adds none of its own to the client's. */
  readonly plainHeaders: Readonly<Record<string, string>> | undefined;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
  /** Ends the call before its time. */
  readonly ending: Ending;
  /** Number of the attempt under way, from 1. */
  attempt: number;
  /** What its events have in common, once a hook was told of it. */
  event: CallEvent | undefined;
  /** Bytes of the last attempt's body, as far as it was read. */
  bytes: number | undefined;
  /** The parsed body of the last attempt's answer. */
  body: unknown;
  /** The headers of the last request sent, with its credentials; unknown where an `authorize` sent a copy of its own. */
  sent: Headers | undefined;
  /** Ends the attempt under way: the request's signal is this one's. */
  abort: AbortController;
  /** Makes the request of the next attempt, fresh: what the attempt before did to its own does not show in it. */
  again(): Request;
}

// Beside the request and not in it: concerns take and give what `fetch` does.
const calls = new WeakMap<Request, Call>();

export function bindCall(request: Request, call: Call): Request {
  calls.set(request, call);
  return request;
}

/** The call of a request, as it comes from `send` or `retry`. */
export function callOf(request: Request): Call {
  const call = calls.get(request);
  if (call === undefined) throw new TypeError("a request that belongs to no call");
  return call;
}

/** A copy that belongs to the same call, if the request belongs to one. */
export function copyRequest(request: Request): Request {
  const call = calls.get(request);
  const copy = request.clone();
  return call === undefined ? copy : bindCall(copy, call);
}

export function rememberSent(request: Request): void {
  const call = calls.get(request);
  if (call !== undefined) call.sent = request.headers;
}
