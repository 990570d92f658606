import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPointer, isPointer, parsePointer } from "./json-pointer.ts";

test("parsing a pointer returns the tokens that it was made of", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (tokens) => {
      const pointer = formatPointer(tokens);
      expect(isPointer(pointer)).toBe(true);
      expect(parsePointer(pointer)).toEqual(tokens);
    }),
  );
});

test.each(["usage", "/a~2", "#/a"])("%j is not a pointer", (text) => {
  expect(isPointer(text)).toBe(false);
  expect(() => parsePointer(text)).toThrow(TypeError);
});
