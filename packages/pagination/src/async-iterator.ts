/** An async iterator whose results are exactly typed: `value` is a `T`, or `undefined` at the end. */
export interface WalkIterator<T> {
  next(): Promise<IteratorResult<T, undefined>>;
  /** Ends the walk: what is in flight is aborted. */
  return(): Promise<IteratorResult<T, undefined>>;
  [Symbol.asyncIterator](): WalkIterator<T>;
}

/** What built-in async iterators inherit from; async iterator helpers and `await using` come with it. */
const AsyncIteratorPrototype: object = /* @__PURE__ */ (() =>
  Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype)))();

/** An async iterator by hand: a generator would await every record once more, at three times the cost. */
export function asyncIterator<T>(next: WalkIterator<T>["next"], leave: () => void): WalkIterator<T> {
  const iterator: WalkIterator<T> = {
    next,
    async return() {
      leave();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return Object.setPrototypeOf(iterator, AsyncIteratorPrototype);
}
