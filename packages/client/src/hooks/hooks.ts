/**
 * Called on the way of each call, for logs and traces. Events are frozen, and hold no credentials. What a hook returns is
 * not waited for, and what it throws or rejects with is dropped: it cannot break a call.
 */
export interface Hooks {
  /** A call begins. */
  readonly start?: ((event: CallEvent) => unknown) | undefined;
  /** An attempt ended, well or not. A refreshed token, or a second form of a credential, is part of its attempt. */
  readonly attempt?: ((event: AttemptEvent) => unknown) | undefined;
  /** An attempt failed, and after `delay` there will be another. */
  readonly retry?: ((event: RetryEvent) => unknown) | undefined;
  /** A call ended: `attempt` tells how many it took. */
  readonly end?: ((event: AttemptEvent) => unknown) | undefined;
}

export interface CallEvent {
  /** The same in all events of a call, and unique in the process. */
  readonly id: number;
  /** Method and path template, `GET /usage/{sim_id}`: few different values, good for names of spans and metrics. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** The request's headers before credentials are added; those that carry credentials of the caller's own are redacted. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface AttemptEvent extends CallEvent, Outcome {
  /** From 1. */
  readonly attempt: number;
  /** Milliseconds. */
  readonly duration: number;
}

export interface RetryEvent extends CallEvent, Outcome {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly delay: number;
}

export interface Outcome {
  /** Of the answer; absent where there was none. */
  readonly status?: number;
  /** Bytes of the body, decompressed, as far as it was read. */
  readonly bytes?: number;
  /** What there was instead of an answer. An answer outside 2xx is a `status` and no error here. */
  readonly error?: unknown;
}
