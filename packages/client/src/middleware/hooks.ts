import { type Call, type CallEvent, callOf } from "../call.ts";
import { UsagewireError } from "../errors.ts";
import { redactUrl, secretName } from "../redaction.ts";
import type { Fetch, Middleware } from "./middleware.ts";
import type { RetryListener } from "./retry.ts";

/**
 * Callbacks for logs and traces. Events are frozen, their errors read-only, and neither contains credentials. The client does
 * not wait for a hook, and ignores what it returns, throws or rejects with.
 */
export interface Hooks {
  /** Called when a call starts. */
  readonly start?: ((event: CallEvent) => unknown) | undefined;
  /** Called when an attempt ends, successful or not. A refreshed token, or a second credential form, is part of its attempt. */
  readonly attempt?: ((event: AttemptEvent) => unknown) | undefined;
  /** Called when an attempt failed and another one follows after `delay`. */
  readonly retry?: ((event: RetryEvent) => unknown) | undefined;
  /** Called when a call ends; `attempt` is the number of attempts it took. */
  readonly end?: ((event: AttemptEvent) => unknown) | undefined;
}

/** The result of an attempt or a call. */
export interface Outcome {
  /** Status of the response, if there was one. */
  readonly status?: number;
  /** Bytes read of the response body, after decompression. */
  readonly bytes?: number;
  /** The error, if there was no response. A response outside 2xx has a `status` and no `error`. */
  readonly error?: unknown;
}

/** The event of the hooks `attempt` and `end`. */
export interface AttemptEvent extends CallEvent, Outcome {
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Duration of the attempt, or for `end` of the call, in ms. */
  readonly duration: number;
}

/** The event of the hook `retry`. */
export interface RetryEvent extends CallEvent, Outcome {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Time until the next attempt, in ms. */
  readonly delay: number;
}

/** Calls the hooks `start` and `end`, once for each call. */
export const callHooks =
  ({ start, end }: Hooks): Middleware =>
  (next) =>
    withHooks(start, end, next);

/** Calls the hook `attempt`. */
export const attemptHook =
  ({ attempt }: Hooks): Middleware =>
  (next) =>
    withHooks(undefined, attempt, next);

/** Calls the hook `retry`. */
export const retryHook =
  ({ retry }: Hooks): RetryListener =>
  (call, request) => {
    if (retry === undefined) return undefined;
    const event = callEvent(call, request);
    return (delay, response, error) => {
      const retryEvent: RetryEvent = { ...event, attempt: call.attempt, delay };
      callHook(retry, withOutcome(retryEvent, call, response, error));
    };
  };

function withHooks(before: Hooks["start"], after: Hooks["end"], next: Fetch): Fetch {
  if (before === undefined && after === undefined) return next;
  return (request) => {
    const call = callOf(request);
    const event = callEvent(call, request);
    const start = performance.now();
    const end = (response: Response | undefined, error?: unknown) => {
      callHook(
        after,
        withOutcome(attemptEvent(event, call, performance.now() - start), call, response, error),
      );
    };
    callHook(before, event);
    return next(request).then(
      (response) => {
        end(response);
        return response;
      },
      (error) => {
        end(undefined, error);
        throw error;
      },
    );
  };
}

/** What all events of a call have in common, created once. Must run before `authorize` adds credentials to the request. */
function callEvent(call: Call, { method, url, headers }: Request): CallEvent {
  const { id, operation, plainHeaders } = call;
  call.event ??= {
    id,
    operation,
    method,
    url: redactUrl(url),
    headers: plainHeaders ?? redactHeaders(headers),
  };
  return call.event;
}

function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  const redacted: Record<string, string> = {};
  headers.forEach((value, name) => {
    redacted[name] = secretName.test(name) ? "[redacted]" : value;
  });
  return Object.freeze(redacted);
}

// Field by field: spreading a frozen object takes longer than all the rest.
const attemptEvent = (
  { id, operation, method, url, headers }: CallEvent,
  { attempt }: Call,
  duration: number,
): AttemptEvent => ({ id, operation, method, url, headers, attempt, duration });

/**
 * A view of an error that a hook cannot change, with its causes, as the caller receives the same error. The reason of an
 * aborted signal is the caller's own object, and shown as it is.
 */
function readOnly<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  const refuse = () => false;
  return new Proxy(value, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      // What can never change must be returned as it is.
      const isFixed = Reflect.getOwnPropertyDescriptor(target, name)?.configurable === false;
      return isFixed || typeof name === "symbol" ? member : readOnly(member);
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
    preventExtensions: refuse,
  });
}

/** Adds the result to an event. */
function withOutcome<Event extends Outcome>(
  event: Event,
  { bytes }: Call,
  response: Response | undefined,
  error: unknown,
): Event {
  const outcome: { -readonly [Key in keyof Outcome]: Outcome[Key] } = event;
  if (response === undefined) outcome.error = UsagewireError.is(error) ? readOnly(error) : error;
  else outcome.status = response.status;
  if (bytes !== undefined) outcome.bytes = bytes;
  return event;
}

/** Calls a hook so that it cannot affect the call: with a frozen event, and ignoring its errors. */
function callHook<Event extends CallEvent>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  if (hook === undefined) return;
  try {
    const result = hook(Object.freeze(event));
    if (typeof result === "object") Promise.resolve(result).catch(() => {});
  } catch {
    // Hooks must not break calls.
  }
}
