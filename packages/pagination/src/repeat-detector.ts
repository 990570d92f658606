import { canonicalQuery } from "./query/canonical-query.ts";

/** How many of the latest queries are remembered: circles up to this long are found before a record repeats. */
const RECENT = 8;

/**
 * Finds a walk that goes in a circle, with constant memory whatever the circle's length: Brent's algorithm, and a short
 * memory of the latest queries so that the usual small circles do no harm at all.
 */
export class RepeatDetector {
  #marked: string;
  #stepsSinceMark = 0;
  #stepsUntilMove = 1;
  readonly #recent: string[];

  constructor(first: string) {
    this.#marked = canonicalQuery(first);
    this.#recent = [this.#marked];
  }

  /** Takes the query of the next page; whether the walk has been there before, however it was written. */
  repeats(next: string): boolean {
    const query = canonicalQuery(next);
    if (query === this.#marked || this.#recent.includes(query)) return true;
    if (++this.#stepsSinceMark === this.#stepsUntilMove) {
      this.#marked = query;
      this.#stepsSinceMark = 0;
      this.#stepsUntilMove *= 2;
    }
    if (this.#recent.push(query) > RECENT) this.#recent.shift();
    return false;
  }
}
