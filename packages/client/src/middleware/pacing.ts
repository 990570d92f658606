import { type Cancellation, callOf } from "../call.ts";
import type { Middleware } from "./middleware.ts";
import { rateLimit, retryAfter } from "./rate-limit.ts";

/** Gives each attempt a slot until its body is read. Calls get their slots in the order in which they asked. */
export const pace =
  (pacer: Pacer): Middleware =>
  (next) =>
  async (request) => {
    await pacer.acquire(callOf(request).cancellation);
    let response: Response | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      pacer.release(response);
    }
  };

/** The longest time in ms that a used-up rate limit delays requests: one minute, the period the providers count in. */
const maxReset = 60_000;

/**
 * Decides when the next request of a client may start: with limited concurrency, in the order of the calls, and no faster
 * than the provider's rate limit allows. A 429 halves the concurrency, counted from the requests still in flight, which the
 * provider did accept; each round of good responses raises it by one.
 */
export class Pacer {
  readonly #maxConcurrency: number;
  readonly #maxRetryAfter: number;
  #concurrency: number;
  #inFlight = 0;
  // A set, because a cancelled call can leave it from the middle.
  readonly #queue = new Set<() => void>();
  /** Time of `performance.now()` before which no request starts; 0 for none. */
  #notBefore = 0;
  /** Milliseconds between two requests. */
  #interval = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param maxConcurrency Requests in flight at most.
   * @param maxRetryAfter A 429 delays the other requests, too, if it asks for no more than this many ms.
   * @throws RangeError if `maxConcurrency` is below 1.
   */
  constructor(maxConcurrency = Number.POSITIVE_INFINITY, maxRetryAfter = 0) {
    if (!(maxConcurrency >= 1))
      throw new RangeError(`maxConcurrency must be 1 or more; received ${maxConcurrency}`);
    this.#maxConcurrency = maxConcurrency;
    this.#maxRetryAfter = maxRetryAfter;
    this.#concurrency = maxConcurrency;
  }

  /** Waits for a slot; returns `undefined` if there is one now. Rejects when the call is cancelled. */
  acquire(cancellation: Cancellation): Promise<void> | undefined {
    if (this.#queue.size === 0 && this.#hasSlot && this.#delay() <= 0) return this.#start();
    return new Promise((resolve, reject) => {
      if (cancellation.cancelled) return reject(cancellation.reason);
      cancellation.onCancel(() => {
        this.#queue.delete(resolve);
        reject(cancellation.reason);
        this.#startQueued();
      });
      this.#queue.add(resolve);
      this.#startQueued();
    });
  }

  /** Returns a slot and adapts to the response. */
  release(response: Response | undefined): void {
    this.#inFlight -= 1;
    if (response !== undefined) this.#adapt(response);
    if (this.#queue.size > 0) this.#startQueued();
  }

  get #hasSlot(): boolean {
    return this.#inFlight < Math.floor(this.#concurrency);
  }

  /** Milliseconds until the next request may start. */
  #delay(): number {
    return this.#notBefore === 0 ? 0 : this.#notBefore - performance.now();
  }

  #start(): undefined {
    this.#inFlight += 1;
    this.#notBefore = this.#interval === 0 ? 0 : performance.now() + this.#interval;
  }

  #startQueued(): void {
    clearTimeout(this.#timer);
    for (const resolve of this.#queue) {
      if (!this.#hasSlot) return;
      const delay = this.#delay();
      if (delay > 0) {
        this.#timer = setTimeout(() => this.#startQueued(), delay);
        return;
      }
      this.#queue.delete(resolve);
      this.#start();
      resolve();
    }
  }

  #adapt(response: Response): void {
    const refused = response.status === 429;
    if (refused) this.#concurrency = Math.max(1, Math.min(this.#concurrency, this.#inFlight) / 2);
    else if (response.ok)
      this.#concurrency = Math.min(this.#maxConcurrency, this.#concurrency + 1 / this.#concurrency);

    const { limit, remaining, reset } = rateLimit(response.headers);
    const seconds = refused ? retryAfter(response) : remaining === 0 ? reset : undefined;
    if (seconds !== undefined && seconds * 1000 <= (refused ? this.#maxRetryAfter : maxReset)) {
      this.#notBefore = Math.max(this.#notBefore, performance.now() + seconds * 1000);
    }
    // The first half of a limit is used at full speed, so that short jobs never wait; the rest is spread until the reset.
    const low = limit !== undefined && remaining !== undefined && remaining > 0 && remaining < limit / 2;
    this.#interval = low && reset !== undefined ? Math.min(maxReset, (reset * 1000) / remaining) : 0;
  }
}
