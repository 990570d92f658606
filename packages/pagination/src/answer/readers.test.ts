import { describe, expect, test } from "vitest";
import { expression } from "./expression.ts";
import { pointer } from "./pointer.ts";
import { createReaders } from "./readers.ts";

describe("a JSON Pointer", () => {
  const body = { a: { "": [10, { "b/c": 1, "m~n": 2 }] }, toString: undefined };

  test.each([
    ["", body],
    ["/a//0", 10],
    ["/a//1/b~1c", 1],
    ["/a//1/m~0n", 2],
    ["/a/x/y", undefined],
    ["/a//0/x", undefined],
    ["/constructor", undefined],
  ])("%j", (text, value) => {
    expect(pointer(text)(body)).toEqual(value);
  });

  test("must start with a slash", () => {
    expect(() => pointer("items")).toThrow('"items" is not a JSON Pointer');
  });
});

describe("an expression", () => {
  test("reads the body or a header, in any case and from any kind of headers", () => {
    expect(expression("$response.body#/next")({ next: "t" }, undefined)).toBe("t");
    expect(expression("$response.header.X-Next")({}, new Headers({ "x-next": "t" }))).toBe("t");
    expect(expression("$response.header.X-Next")({}, { "X-NEXT": "t" })).toBe("t");
    expect(expression("$response.header.X-Next")({}, undefined)).toBeUndefined();
  });

  test.each([
    "$request.body#/next",
    "$response.body",
    "$response.header.",
    "$response.header.X Next",
    "next",
    "$url",
  ])("%s is refused", (text) => {
    expect(() => expression(text)).toThrow("is not a response expression");
  });
});

describe("counts and flags", () => {
  const readers = createReaders({
    style: "offset",
    items: "",
    param: "offset",
    total: "$response.body#/total",
    hasMore: "$response.body#/more",
  });

  test.each([
    [3, 3],
    ["120", 120],
    [0, 0],
    [-1, undefined],
    [1.5, undefined],
    ["", undefined],
    ["many", undefined],
    [null, undefined],
  ])("a total of %j is %j", (total, read) => {
    expect(readers.total({ total }, undefined)).toBe(read);
  });

  test.each([
    [true, true],
    ["true", true],
    ["False", false],
    [1, true],
    ["0", false],
    [null, undefined],
    ["yes", undefined],
    [undefined, undefined],
  ])("hasMore %j is %j", (more, read) => {
    expect(readers.hasMore({ more }, undefined)).toBe(read);
  });
});
