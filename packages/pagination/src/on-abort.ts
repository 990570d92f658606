/** The callbacks of a signal. It gets one listener for all: Node.js warns about a signal with many listeners. */
const callbacksOf = new WeakMap<EventTarget, Set<() => void>>();

const callAll = ({ currentTarget }: Event): void => {
  for (const callback of [...((currentTarget && callbacksOf.get(currentTarget)) ?? [])]) callback();
};

/**
 * Calls back when the signal aborts, and returns a function that removes the callback. With its last callback the signal
 * loses its listener, so a signal that lives as long as the process collects nothing.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? new Set();
  callbacksOf.set(signal, callbacks.add(callback));
  // Adding the same function again adds no listener.
  signal.addEventListener("abort", callAll);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callAll);
  };
}
