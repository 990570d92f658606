import type { Call } from "../call.ts";
import type { CallEvent, Outcome } from "./hooks.ts";

const secretName = /auth|cookie|key|passw|secret|signature|token/i;

/** What all events of a call have in common. To be made before `authorize` has seen the request. */
export function callEvent({ id, operation }: Call, { method, url, headers }: Request): CallEvent {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = secretName.test(name) ? "[redacted]" : value;
  });
  return { id, operation, method, url, headers: shown };
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
    const copy = { ...event, headers: { ...event.headers } };
    Promise.resolve(hook(copy)).catch(() => {});
  } catch {
    // The hook's own business.
  }
}
