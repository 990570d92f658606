interface Hub {
  readonly callbacks: Set<() => void>;
  readonly notify: () => void;
}

/** Node warns of many listeners on one signal, and a signal may serve any number of walks: so it gets a single one. */
const hubs = new WeakMap<AbortSignal, Hub>();

/**
 * Calls back when the signal aborts; returns what takes the callback away. However many callbacks a signal has, it has one
 * listener, and with the last callback none: a signal that lives as long as the process collects nothing.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const hub = hubs.get(signal) ?? listen(signal);
  hub.callbacks.add(callback);
  return () => {
    hub.callbacks.delete(callback);
    if (hub.callbacks.size > 0 || hubs.get(signal) !== hub) return;
    hubs.delete(signal);
    signal.removeEventListener("abort", hub.notify);
  };
}

function listen(signal: AbortSignal): Hub {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of [...callbacks]) callback();
  };
  const hub: Hub = { callbacks, notify };
  hubs.set(signal, hub);
  signal.addEventListener("abort", notify);
  return hub;
}
