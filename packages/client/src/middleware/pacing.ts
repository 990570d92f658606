import { type Cancellation, callOf } from "../call.ts";
import { isolatesRequests, Pulse } from "../shared-state.ts";
import type { Middleware } from "./middleware.ts";
import { rateLimit, retryAfter } from "./rate-limit.ts";

/** Gives each attempt a slot until its body is read. Calls get their slots in the order in which they asked. */
export const pace =
  (pacer: Pacer): Middleware =>
  (next) =>
  async (request) => {
    const slot = await pacer.acquire(callOf(request).cancellation);
    let response: Response | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      pacer.release(slot, response);
    }
  };

/** The longest time in ms that a used-up rate limit delays requests: one minute, the period the providers count in. */
const maxReset = 60_000;

/** The longest time in ms between two requests while some are left, so that no reset, however far away, stops a client. */
const maxInterval = 1000;

/** A call that waits for a slot. */
interface Waiter {
  readonly slot: Pulse;
  /** Takes the slot. */
  readonly start: () => void;
}

/**
 * Decides when the next request of a client may start: with limited concurrency, in the order of the calls, and no faster
 * than the provider's rate limit allows. A 429 halves the concurrency, counted from the requests still in flight, which the
 * provider did accept; each round of good responses raises it by one.
 */
export class Pacer {
  readonly #maxConcurrency: number;
  readonly #maxRetryAfter: number;
  readonly #isolated = isolatesRequests();
  #concurrency: number;
  readonly #inFlight = new Set<Pulse>();
  // A set, because a cancelled call can leave it from the middle.
  readonly #queue = new Set<Waiter>();
  /** Time of `performance.now()` before which no request starts; 0 for none. */
  #notBefore = 0;
  /** Milliseconds between two requests. */
  #interval = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Time of `performance.now()` at which a slot was last returned. */
  #lastRelease = 0;

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

  /** Waits for a slot, which must be released; returns it if there is one now. Rejects when the call is cancelled. */
  acquire(cancellation: Cancellation): Pulse | Promise<Pulse> {
    const slot = new Pulse();
    if (this.#queue.size === 0 && this.#free > 0 && this.#delay() <= 0) return this.#start(slot);
    return new Promise((resolve, reject) => {
      if (cancellation.cancelled) return reject(cancellation.reason);
      const waiter = { slot, start: () => resolve(this.#start(slot)) };
      cancellation.onCancel(() => {
        slot.stop();
        this.#queue.delete(waiter);
        reject(cancellation.reason);
        this.#startQueued();
      });
      this.#queue.add(waiter);
      if (this.#isolated) this.#poll(waiter);
      else this.#startQueued();
    });
  }

  /** Returns a slot and adapts to the response. */
  release(slot: Pulse, response: Response | undefined): void {
    slot.stop();
    this.#inFlight.delete(slot);
    if (response !== undefined) this.#adapt(response);
    if (this.#isolated) this.#lastRelease = performance.now();
    else if (this.#queue.size > 0) this.#startQueued();
  }

  get #free(): number {
    return Math.floor(this.#concurrency) - this.#inFlight.size;
  }

  /** Milliseconds until the next request may start; whole ones, since a timer drops the rest and would fire too early. */
  #delay(): number {
    return this.#notBefore === 0 ? 0 : Math.ceil(this.#notBefore - performance.now());
  }

  #start(slot: Pulse): Pulse {
    this.#inFlight.add(slot);
    // Added again, in case its request was late and seemed to have ended.
    if (this.#isolated) slot.keep(() => this.#inFlight.add(slot));
    this.#notBefore = this.#interval === 0 ? 0 : performance.now() + this.#interval;
    return slot;
  }

  /** Starts those whose turn it is. Not if requests are isolated: then each call starts itself. */
  #startQueued(): void {
    if (this.#isolated) return;
    clearTimeout(this.#timer);
    for (const waiter of this.#queue) {
      if (this.#free <= 0) return;
      const delay = this.#delay();
      if (delay > 0) {
        this.#timer = setTimeout(() => this.#startQueued(), delay);
        return;
      }
      this.#queue.delete(waiter);
      waiter.start();
    }
  }

  /** Starts a waiting call if it is its turn, or looks again later, with a timer of its own. */
  #poll(waiter: Waiter): void {
    // Added again at the end, in case its request was late and seemed to have ended.
    this.#queue.add(waiter);
    this.#dropLost();
    const rank = [...this.#queue].indexOf(waiter);
    const delay = this.#delay();
    if (delay <= 0 && rank < (this.#interval === 0 ? this.#free : Math.min(this.#free, 1))) {
      this.#queue.delete(waiter);
      waiter.start();
      return;
    }
    // Often if its turn may come soon; seldom at the end of a long queue, or while slow requests have all slots.
    const soon = Math.max(4 * (1 + rank / this.#concurrency), (performance.now() - this.#lastRelease) / 8);
    waiter.slot.next(delay > 0 ? delay : Math.min(500, soon), () => this.#poll(waiter));
  }

  /** Forgets calls whose request has ended: those in flight lose their slot, and waiting ones their turn. */
  #dropLost(): void {
    if (!this.#isolated) return;
    for (const slot of this.#inFlight) if (slot.lost) this.#inFlight.delete(slot);
    for (const waiter of this.#queue) if (waiter.slot.lost) this.#queue.delete(waiter);
  }

  #adapt(response: Response): void {
    const refused = response.status === 429;
    if (refused) this.#concurrency = Math.max(1, Math.min(this.#concurrency, this.#inFlight.size) / 2);
    else if (response.ok)
      this.#concurrency = Math.min(this.#maxConcurrency, this.#concurrency + 1 / this.#concurrency);

    const { limit, remaining, reset } = rateLimit(response.headers);
    const seconds = refused ? retryAfter(response) : remaining === 0 ? reset : undefined;
    if (seconds !== undefined && seconds * 1000 <= (refused ? this.#maxRetryAfter : maxReset)) {
      this.#notBefore = Math.max(this.#notBefore, performance.now() + seconds * 1000);
    }
    // The first half of a limit is used at full speed, so that short jobs never wait; the rest is spread until the reset.
    const low = limit !== undefined && remaining !== undefined && remaining > 0 && remaining < limit / 2;
    this.#interval = low && reset !== undefined ? Math.min(maxInterval, (reset * 1000) / remaining) : 0;
  }
}
