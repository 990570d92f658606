import fc from "fast-check";
import { expect, test } from "vitest";
import { combine, fromArray, type LazyList, selectByRemainder } from "./lazy-list.ts";

const toArray = <T>(list: LazyList<T>): T[] =>
  Array.from({ length: list.count }, (_, index) => list.at(index));

test("combine pairs each outer item with all inner items", () => {
  const pairs = combine(fromArray(["a", "b"]), fromArray([1, 2, 3]), (outer, inner) => outer + inner);
  expect(toArray(pairs)).toEqual(["a1", "a2", "a3", "b1", "b2", "b3"]);
});

test("an index outside an array list throws", () => {
  for (const index of [-1, 2, Number.NaN]) {
    expect(() => fromArray(["a", "b"]).at(index)).toThrow(`The list has no item ${index}.`);
  }
});

test("selectByRemainder selects what a filter over all indexes selects, in the same order", () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.boolean()),
      (size, period, coins) => {
        const remainders = Array.from({ length: period }, (_, remainder) => remainder).filter(
          () => coins.next().value,
        );
        const expected = Array.from({ length: size }, (_, index) => index).filter((index) =>
          remainders.includes(index % period),
        );
        expect(toArray(selectByRemainder(size, period, remainders))).toEqual(expected);
      },
    ),
  );
});
