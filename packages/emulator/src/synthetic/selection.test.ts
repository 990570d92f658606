import fc from "fast-check";
import { expect, test } from "vitest";
import { selectByRemainder } from "./selection.ts";

test("finds what a filter over the whole fleet finds, in its order", () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.boolean()),
      (size, period, coins) => {
        const remainders = Array.from({ length: period }, (_, remainder) => remainder).filter(
          () => coins.next().value,
        );
        const selection = selectByRemainder(size, period, remainders);
        const members = Array.from({ length: selection.count }, (_, position) => selection.at(position));
        const expected = Array.from({ length: size }, (_, index) => index).filter((index) =>
          remainders.includes(index % period),
        );
        expect(members).toEqual(expected);
      },
    ),
  );
});
