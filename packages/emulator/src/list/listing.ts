/** A list whose members are computed when asked for, so that its length costs no memory. */
export interface Listing<T> {
  readonly count: number;
  /** The member at an index from 0 to `count - 1`. */
  at(index: number): T;
}

/** Every combination of two lists: all of the second for the first of the first, and so on. */
export function combine<A, B, T>(outer: Listing<A>, inner: Listing<B>, join: (a: A, b: B) => T): Listing<T> {
  // Neighbours mostly share the outer member, which may be dear to compute.
  let last: { readonly index: number; readonly member: A } | undefined;
  const outerAt = (index: number) => {
    if (last?.index !== index) last = { index, member: outer.at(index) };
    return last.member;
  };
  return {
    count: outer.count * inner.count,
    at: (index) => join(outerAt(Math.floor(index / inner.count)), inner.at(index % inner.count)),
  };
}

/** The members of an array. */
export function listOf<T>(members: readonly T[]): Listing<T> {
  return {
    count: members.length,
    at: (index) => {
      if (!(index >= 0 && index < members.length)) throw new RangeError(`The list has no member ${index}.`);
      // The index was checked; a member may itself be undefined.
      return members[index] as T;
    },
  };
}
