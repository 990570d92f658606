/**
 * The end of a call before its time: the caller aborts it, or its total timeout is up. A call waits for one thing at a time
 * (a slot, an attempt, the delay before the next), so that this takes no list of listeners, and a signal no more than one.
 */
export class Ending {
  /** Whether the call has been ended. */
  ended = false;
  /** What it ended with. */
  reason: unknown;
  #onEnd: (() => void) | undefined;

  end(reason: unknown): void {
    this.ended = true;
    this.reason = reason;
    this.#onEnd?.();
  }

  /** What the call waits for from now on is given up by this when the call is ended; after its end, that changes nothing. */
  watch(onEnd: () => void): void {
    this.#onEnd = onEnd;
  }
}
