import { describe, expect, test } from "vitest";
import { createReader, expressionReader } from "./response.ts";

describe("a runtime expression", () => {
  test("reads the body", () => {
    expect(expressionReader("$response.body#/next")({ next: "t" }, undefined)).toBe("t");
  });

  test("reads a header of any kind of headers, in any letter case", () => {
    const read = expressionReader("$response.header.X-Next");
    expect(read({}, new Headers({ "x-next": "t" }))).toBe("t");
    expect(read({}, { "X-NEXT": "t" })).toBe("t");
    expect(read({}, undefined)).toBeUndefined();
  });

  test.each([
    "$request.body#/next",
    "$response.body",
    "$response.header.",
    "$response.header.X Next",
    "next",
    "$url",
  ])("%s is rejected", (text) => {
    expect(() => expressionReader(text)).toThrow(
      new TypeError(
        `"${text}" does not read a response; use $response.body#/json/pointer or $response.header.Name`,
      ),
    );
  });
});

describe("counts and flags", () => {
  const reader = createReader({
    style: "offset",
    items: "",
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
  ])("the total %j is read as %j", (total, read) => {
    expect(reader.total({ total }, undefined)).toBe(read);
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
  ])("the flag %j is read as %j", (more, read) => {
    expect(reader.hasMore({ more }, undefined)).toBe(read);
  });
});
