/** Runs asynchronous steps one after the other, in the order in which they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Whether no step is running or waiting, so that one that need not wait may run at once. */
  get idle(): boolean {
    return this.#waiting === 0;
  }

  take<T>(step: () => Promise<T>): Promise<T> {
    const result = this.idle ? step() : this.#last.then(step);
    const settled = () => {
      this.#waiting--;
    };
    this.#waiting++;
    // Never rejects: who asked for a step sees its failure, those behind have their own turn.
    this.#last = result.then(settled, settled);
    return result;
  }
}
