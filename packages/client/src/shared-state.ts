/**
 * Whether requests that share a client have an event loop each, as in Cloudflare Workers. There a promise that another
 * request settles may never continue, a request that waits for nothing but such a promise is ended as hung, and once a
 * request has ended nothing of it runs any more, not even `finally`. So a call that waits for another one must look at the
 * shared state again and again with a timer of its own, and whatever a call holds must be given up when it ends.
 */
export function isolatesRequests(): boolean {
  const host: { navigator?: { userAgent?: string } } = globalThis;
  return host.navigator?.userAgent === "Cloudflare-Workers";
}

/** Milliseconds by which a timer of a request that still runs may be late. */
const grace = 1000;

/** The timer of a call that others depend on. If it does not fire in time, the request behind the call has ended. */
export class Pulse {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Number.POSITIVE_INFINITY;

  /** Calls back after some ms, instead of the last callback. */
  next(ms: number, callback: () => void): void {
    clearTimeout(this.#timer);
    this.#due = performance.now() + ms;
    this.#timer = setTimeout(callback, ms);
  }

  /** Shows until `stop` that the request still runs. */
  keep(onBeat?: () => void): void {
    onBeat?.();
    this.next(grace, () => this.keep(onBeat));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
  }

  /** Whether the request behind the call has ended. Wrong after a second of other work; a call must cope with that. */
  get lost(): boolean {
    return performance.now() > this.#due + grace;
  }
}

/** Work that one call does and others wait for, such as fetching a token. */
export class SharedWork<T> {
  readonly #result: Promise<T>;
  readonly #pulse: Pulse | undefined;
  #settled = false;

  constructor(work: () => Promise<T>) {
    this.#pulse = isolatesRequests() ? new Pulse() : undefined;
    this.#pulse?.keep();
    this.#result = work().finally(() => {
      this.#settled = true;
      this.#pulse?.stop();
    });
    // Its callers may all have been aborted.
    this.#result.catch(() => {});
  }

  /** Resolves with the result; with `undefined` if the request that does the work has ended. */
  async wait(signal: AbortSignal): Promise<{ value: T } | undefined> {
    if (this.#pulse !== undefined) {
      for (let ms = 2; !this.#settled; ms = Math.min(50, ms * 2)) {
        if (this.#pulse.lost) return undefined;
        signal.throwIfAborted();
        await new Promise<void>((resolve) => setTimeout(resolve, ms));
      }
    }
    return { value: await this.#result };
  }
}
