import type { Call } from "../call.ts";
import type { AttemptEvent, CallEvent, Outcome } from "./hooks.ts";

const secretName = /auth|cookie|key|passw|secret|signature|token/i;

/** What all events of a call have in common, made once. To be asked for before `authorize` has seen the request. */
export function callEvent(call: Call, { method, url, headers }: Request): CallEvent {
  const { id, operation, plainHeaders } = call;
  call.event ??= { id, operation, method, url, headers: plainHeaders ?? shown(headers) };
  return call.event;
}

function shown(headers: Headers): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = secretName.test(name) ? "[redacted]" : value;
  });
  return Object.freeze(shown);
}

/** Field by field and not by spreading, which for an object that is frozen takes longer than all the rest of it. */
export const attemptEvent = (
  { id, operation, method, url, headers }: CallEvent,
  { attempt }: Call,
  duration: number,
): AttemptEvent => ({ id, operation, method, url, headers, attempt, duration });

/** Adds how an attempt or a call ended. */
export function withOutcome<Event extends Outcome>(
  event: Event,
  { bytes }: Call,
  response: Response | undefined,
  error: unknown,
): Event {
  const outcome: { -readonly [Key in keyof Outcome]: Outcome[Key] } = event;
  if (response === undefined) outcome.error = error;
  else outcome.status = response.status;
  if (bytes !== undefined) outcome.bytes = bytes;
  return event;
}

/** Calls a hook, with an event that it cannot change, so that nothing it does can break the call. */
export function tell<Event extends CallEvent>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  if (hook === undefined) return;
  try {
    const result = hook(Object.freeze(event));
    if (typeof result === "object") Promise.resolve(result).catch(() => {});
  } catch {
    // The hook's own business.
  }
}
