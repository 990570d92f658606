interface Hub {
  readonly callbacks: Set<() => void>;
  readonly notify: () => void;
}

// Node warns of many listeners on one signal, and a signal may serve any number of calls: so it gets a single one.
const hubs = new WeakMap<AbortSignal, Hub>();

/** Calls back when the signal aborts; returns what takes the callback away, and with the last one the listener. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const hub = hubs.get(signal) ?? listen(signal);
  hub.callbacks.add(callback);
  return () => {
    if (!hub.callbacks.delete(callback) || hub.callbacks.size > 0) return;
    hubs.delete(signal);
    signal.removeEventListener("abort", hub.notify);
  };
}

function listen(signal: AbortSignal): Hub {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of [...callbacks]) callback();
  };
  const hub = { callbacks, notify };
  hubs.set(signal, hub);
  signal.addEventListener("abort", notify);
  return hub;
}
