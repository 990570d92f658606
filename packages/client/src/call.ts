/** The part of a call that every hook event shows. */
export interface CallEvent {
  /** The same in all events of a call, and unique within the process. */
  readonly id: number;
  /** Method and path template, such as `GET /usage/{sim_id}`. Has few distinct values, so it suits span and metric names. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** The request headers before `authorize` adds credentials. Headers of yours that look like credentials are redacted. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The retry options of a call, with the defaults filled in. */
export type RetryPolicy = Readonly<Record<"maxRetries" | "minDelay" | "maxDelay", number>>;

/** The timeouts of a call in ms, with the defaults filled in; `Infinity` for none. */
export type Timeouts = Readonly<Record<"attempt" | "total", number>>;

/**
 * Cancels a call, because the caller aborted it or its total timeout passed. A call waits for one thing at a time (a slot, an
 * attempt, a retry delay), so one callback is enough.
 */
export class Cancellation {
  cancelled = false;
  reason: unknown;
  #callback: (() => void) | undefined;

  cancel(reason: unknown): void {
    this.cancelled = true;
    this.reason = reason;
    this.#callback?.();
  }

  /** Sets the callback that cancels the current wait, replacing the last one. No effect once cancelled. */
  onCancel(callback: () => void): void {
    this.#callback = callback;
  }
}

/** What the middleware knows about the call that a request belongs to. All attempts of a call share it. */
export interface Call {
  readonly id: number;
  /** Method and path template, such as `GET /usage/{sim_id}`. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
  /** The client's own headers, if the call adds none: what hook events show. */
  readonly plainHeaders: Readonly<Record<string, string>> | undefined;
  /** The signal that the caller passed. */
  readonly signal: AbortSignal | undefined;
  /** Parses the body of a 2xx response. */
  readonly parse: (text: string) => unknown;
  readonly cancellation: Cancellation;
  /** Number of the current attempt, from 1. */
  attempt: number;
  /** What its hook events have in common, created with the first of them. */
  event: CallEvent | undefined;
  /** Bytes read of the last response body. */
  bytes: number | undefined;
  /** The parsed body of the last response. */
  body: unknown;
  /** Aborts the current attempt: its signal is the signal of the request. */
  controller: AbortController;
  /** Builds the request of the next attempt, without the changes that middleware made to the last one. */
  newRequest(): Request;
}

// A map, because middleware takes and returns what `fetch` does: a plain Request.
const calls = new WeakMap<Request, Call>();

export function bindCall(request: Request, call: Call): Request {
  calls.set(request, call);
  return request;
}

/** The call of a request that was bound with `bindCall`. */
export function callOf(request: Request): Call {
  const call = calls.get(request);
  if (call === undefined) throw new TypeError("the request does not belong to a call");
  return call;
}

/** Clones a request. The clone belongs to the same call. */
export function copyRequest(request: Request): Request {
  const call = calls.get(request);
  const copy = request.clone();
  return call === undefined ? copy : bindCall(copy, call);
}
