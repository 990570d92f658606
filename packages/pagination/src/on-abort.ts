/** Node warns of many listeners on one signal, and a signal may serve any number of walks: so it gets a single one. */
const callbacksOf = new WeakMap<EventTarget, Set<() => void>>();

const notify = ({ currentTarget }: Event): void => {
  for (const callback of [...((currentTarget && callbacksOf.get(currentTarget)) ?? [])]) callback();
};

/**
 * Calls back when the signal aborts; returns what takes the callback away. However many callbacks a signal has, it has one
 * listener, and with the last callback none: a signal that lives as long as the process collects nothing.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? new Set();
  callbacksOf.set(signal, callbacks.add(callback));
  // One function is one listener, however often it is added.
  signal.addEventListener("abort", notify);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", notify);
  };
}
