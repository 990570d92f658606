import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapePointerToken, formatPointer, isPointer, parsePointer, readPointer } from "./json-pointer.ts";

describe("a JSON Pointer", () => {
  test("parses to the tokens that it was formatted from", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        const text = formatPointer(tokens);
        expect(isPointer(text)).toBe(true);
        expect(parsePointer(text)).toEqual(tokens);
      }),
    );
  });

  test("escapes slashes and tildes", () => {
    expect(escapePointerToken("a/b~c")).toBe("a~1b~0c");
    expect(formatPointer(["a/b", "0"])).toBe("/a~1b/0");
    expect(formatPointer([])).toBe("");
    expect(parsePointer("/~01")).toEqual(["~1"]);
  });

  test.each(["items", "/a~2", "/a~", "#/a"])("rejects %j", (text) => {
    expect(isPointer(text)).toBe(false);
    expect(() => parsePointer(text)).toThrow(
      new TypeError(
        `"${text}" is not a JSON Pointer; it must be empty or start with "/", and "~" in a key is written "~0"`,
      ),
    );
  });

  const body = { a: { "": [10, { "b/c": 1, "m~n": 2 }] }, toString: undefined };

  test.each([
    ["", body],
    ["/a//0", 10],
    ["/a//1/b~1c", 1],
    ["/a//1/m~0n", 2],
    ["/a/x/y", undefined],
    ["/a//0/x", undefined],
    ["/constructor", undefined],
  ])("%j reads own properties only", (text, value) => {
    expect(readPointer(body, parsePointer(text))).toEqual(value);
  });
});
