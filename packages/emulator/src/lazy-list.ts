/** A list whose items are computed on demand, so that its length needs no memory. */
export interface LazyList<T> {
  readonly count: number;
  /** Returns the item at an index from 0 to `count - 1`. */
  at(index: number): T;
}

/** Returns a lazy list of the items of an array. */
export function fromArray<T>(items: readonly T[]): LazyList<T> {
  return {
    count: items.length,
    at: (index) => {
      if (!(index >= 0 && index < items.length)) throw new RangeError(`The list has no item ${index}.`);
      // The cast is safe, as the index was checked; `undefined` may be an item.
      return items[index] as T;
    },
  };
}

/** Returns every pair of an outer and an inner item, joined: all inner items for each outer item in turn. */
export function combine<A, B, T>(
  outer: LazyList<A>,
  inner: LazyList<B>,
  join: (outer: A, inner: B) => T,
): LazyList<T> {
  // Most neighbors share their outer item, which may be slow to compute.
  let cached: { readonly index: number; readonly item: A } | undefined;
  const outerAt = (index: number) => {
    if (cached?.index !== index) cached = { index, item: outer.at(index) };
    return cached.item;
  };
  return {
    count: outer.count * inner.count,
    at: (index) => join(outerAt(Math.floor(index / inner.count)), inner.at(index % inner.count)),
  };
}

/**
 * Returns the integers from 0 to `size - 1` whose remainder modulo `period` is listed, in ascending order,
 * without visiting the others.
 *
 * @param remainders in ascending order
 */
export function selectByRemainder(
  size: number,
  period: number,
  remainders: readonly number[],
): LazyList<number> {
  const fullPeriods = Math.floor(size / period);
  const inLastPeriod = remainders.filter((remainder) => remainder < size % period).length;
  return {
    count: fullPeriods * remainders.length + inLastPeriod,
    at: (index) => {
      const block = Math.floor(index / remainders.length);
      return block * period + (remainders[index % remainders.length] ?? 0);
    },
  };
}
