import type { Call } from "../call.ts";
import type { CallEvent, Outcome } from "./hooks.ts";

const secretName = /auth|cookie|key|passw|secret|signature|token/i;

/**
 * What all events of a call have in common, made once and frozen, as hooks may be anybody's. To be asked for before
 * `authorize` has seen the request.
 */
export function callEvent(call: Call, { method, url, headers }: Request): CallEvent {
  if (call.event !== undefined) return call.event;
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = secretName.test(name) ? "[redacted]" : value;
  });
  const { id, operation } = call;
  call.event = Object.freeze({ id, operation, method, url, headers: Object.freeze(shown) });
  return call.event;
}

/** How an attempt or a call ended. */
export const outcome = (call: Call, response: Response | undefined, error: unknown): Outcome => ({
  ...(response && { status: response.status }),
  ...(call.bytes !== undefined && { bytes: call.bytes }),
  ...(response === undefined && { error }),
});

/** Calls a hook so that nothing it does can break the call. */
export function tell<Event extends CallEvent>(
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  if (hook === undefined) return;
  try {
    const result = hook(event);
    if (typeof result === "object") Promise.resolve(result).catch(() => {});
  } catch {
    // The hook's own business.
  }
}
