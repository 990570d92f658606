import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeToken, isPointer, tokens } from "./json-pointer.ts";

test("a pointer gives back the steps that it was made of", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (steps) => {
      const pointer = steps.map((step) => `/${escapeToken(step)}`).join("");
      expect(isPointer(pointer)).toBe(true);
      expect(tokens(pointer)).toEqual(steps);
    }),
  );
});

test.each(["usage", "/a~2", "#/a"])("%j is no pointer", (text) => {
  expect(isPointer(text)).toBe(false);
});
