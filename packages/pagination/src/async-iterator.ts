/** An async iterator with exact types: `value` is a `T`, or `undefined` at the end. */
export interface PagerIterator<T> {
  next(): Promise<IteratorResult<T, undefined>>;
  /** Ends the walk and aborts what is in flight. */
  return(): Promise<IteratorResult<T, undefined>>;
  [Symbol.asyncIterator](): PagerIterator<T>;
}

/** The prototype of built-in async iterators, which brings async iterator helpers and `await using`. */
const AsyncIteratorPrototype: object = /* @__PURE__ */ (() =>
  Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype)))();

/** Makes an async iterator. A generator would await every record once more, which takes three times as long. */
export function asyncIterator<T>(next: PagerIterator<T>["next"], leave: () => void): PagerIterator<T> {
  const iterator: PagerIterator<T> = {
    next,
    async return() {
      leave();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return Object.setPrototypeOf(iterator, AsyncIteratorPrototype);
}

/** `{ [Symbol.asyncDispose](): Promise<void> }` for compilers whose library has that symbol; nothing for others. */
export type AsyncDisposableIfKnown = SymbolConstructor extends {
  readonly asyncDispose: infer S extends symbol;
}
  ? { [K in S]: () => Promise<void> }
  : unknown;

/** Node.js has the symbol since 20.4; polyfills register it under this name. */
export const asyncDispose: typeof Symbol.asyncDispose = /* @__PURE__ */ ((): typeof Symbol.asyncDispose =>
  Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose"))();

/** Runs asynchronous steps one at a time, in the order of the calls. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();
  #pending = 0;

  /** Whether no step is running or waiting. */
  get idle(): boolean {
    return this.#pending === 0;
  }

  run<T>(step: () => Promise<T>): Promise<T> {
    const result = this.idle ? step() : this.#last.then(step);
    const settled = () => {
      this.#pending--;
    };
    this.#pending++;
    // Never rejects: the caller of a step gets its failure, and the steps behind it still run.
    this.#last = result.then(settled, settled);
    return result;
  }
}
