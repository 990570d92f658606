import { rateLimit } from "../errors/rate-limit.ts";
import { retryAfter } from "../errors/retry-after.ts";
import type { Ending } from "../timing/ending.ts";

/** Milliseconds that a spent limit holds requests back at most: a minute, as the providers count. */
const longestHold = 60_000;

/**
 * Decides when a client's next request may start: at most so many at a time, in the order they came, and no faster than
 * the provider's rate limit lasts. Concurrency is halved by a 429 (counting what is still under way, which the
 * provider did accept) and grows back by one for each round of good answers.
 */
export class Pacer {
  readonly #max: number;
  readonly #longestRefusal: number;
  #limit: number;
  #underWay = 0;
  // A set is a queue from whose middle an aborted call can leave.
  readonly #waiting = new Set<() => void>();
  #notBefore = 0;
  #gap = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `longestRefusal`: milliseconds; a 429 that asks for no more than that holds the other requests back, too. */
  constructor(max = Number.POSITIVE_INFINITY, longestRefusal = 0) {
    if (!(max >= 1)) throw new RangeError(`maxConcurrency is ${max}; give 1 or more`);
    this.#max = max;
    this.#longestRefusal = longestRefusal;
    this.#limit = max;
  }

  /** Waits for a slot; nothing to wait for is `undefined`. A call that is ended gives its place in the queue up. */
  enter(ending: Ending): Promise<void> | undefined {
    if (this.#waiting.size === 0 && this.#free && this.#holdFor() <= 0) return this.#start();
    return new Promise((resolve, reject) => {
      if (ending.ended) return reject(ending.reason);
      ending.watch(() => {
        this.#waiting.delete(resolve);
        reject(ending.reason);
        this.#admit();
      });
      this.#waiting.add(resolve);
      this.#admit();
    });
  }

  /** Frees the slot, and learns from the answer. */
  leave(response: Response | undefined): void {
    this.#underWay -= 1;
    if (response !== undefined) this.#learn(response);
    if (this.#waiting.size > 0) this.#admit();
  }

  get #free(): boolean {
    return this.#underWay < Math.floor(this.#limit);
  }

  #holdFor(): number {
    return this.#notBefore === 0 ? 0 : this.#notBefore - performance.now();
  }

  #start(): undefined {
    this.#underWay += 1;
    this.#notBefore = this.#gap === 0 ? 0 : performance.now() + this.#gap;
  }

  #admit(): void {
    clearTimeout(this.#timer);
    for (const go of this.#waiting) {
      if (!this.#free) return;
      const hold = this.#holdFor();
      if (hold > 0) {
        this.#timer = setTimeout(() => this.#admit(), hold);
        return;
      }
      this.#waiting.delete(go);
      this.#start();
      go();
    }
  }

  #learn(response: Response): void {
    const refused = response.status === 429;
    if (refused) this.#limit = Math.max(1, Math.min(this.#limit, this.#underWay) / 2);
    else if (response.ok) this.#limit = Math.min(this.#max, this.#limit + 1 / this.#limit);

    const { limit, remaining, reset } = rateLimit(response.headers);
    const wait = refused ? retryAfter(response) : remaining === 0 ? reset : undefined;
    if (wait !== undefined && wait * 1000 <= (refused ? this.#longestRefusal : longestHold)) {
      this.#notBefore = Math.max(this.#notBefore, performance.now() + wait * 1000);
    }
    // The first half of a limit goes as fast as it can, so that a short job never waits; the rest is made to last.
    const low = limit !== undefined && remaining !== undefined && remaining > 0 && remaining < limit / 2;
    this.#gap = low && reset !== undefined ? Math.min(longestHold, (reset * 1000) / remaining) : 0;
  }
}
