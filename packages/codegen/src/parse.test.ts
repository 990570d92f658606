import { describe, expect, test } from "vitest";
import { locator, parseText } from "./parse.ts";

test("parses JSON, YAML and YAML merge keys", () => {
  expect(parseText('{ "a": 1 }')).toEqual({ value: { a: 1 } });
  expect(parseText("base: &base { a: 1 }\nmore: { <<: *base, b: 2012-01-01 }")).toEqual({
    value: { base: { a: 1 }, more: { a: 1, b: "2012-01-01" } },
  });
});

test.each([
  ["a: [1, 2", 1, /flow|\]/i],
  ['{\n  "a": 1\n  "b": 2\n}', 3, /./],
  ["a: 1\nb: 2\na: 3\n", 3, /unique/],
  ["a:\n\t- 1\n", 2, /tab/i],
])("a syntax error in %j has a line", (text, line, message) => {
  const [fault] = parseText(text).faults ?? [];
  expect(fault?.line).toBe(line);
  expect(fault?.message).toMatch(message);
});

test("an alias without an anchor is a syntax error", () => {
  expect(parseText("a: *b")).toHaveProperty("faults");
});

describe("locator", () => {
  const yaml = `paths:
  /usage:
    get: &get
      responses:
        200: { description: ok }
        "404":
          description: none
    post: *get
tags:
  - name: a
  - name: b
`;

  test.each([
    ["", 1, 1],
    ["/paths/~1usage/get", 3, 5],
    ["/paths/~1usage/get/responses/200/description", 5, 16],
    ["/paths/~1usage/get/responses/404", 6, 9],
    ["/paths/~1usage/post/responses/404/description", 7, 11],
    ["/tags/1", 11, 5],
  ])("finds %s at line %i, column %i", (pointer, line, column) => {
    expect(locator(yaml)(pointer)).toEqual({ line, column });
  });

  test("finds the last part of a path that exists", () => {
    expect(locator(yaml)("/paths/~1usage/get/parameters/0")).toEqual({ line: 3, column: 5 });
  });

  test("finds a place in JSON", () => {
    expect(locator('{\n  "a": [1,\n    { "b": 2 }]\n}')("/a/1/b")).toEqual({ line: 3, column: 7 });
  });

  test("finds everything in an empty text at its start", () => {
    expect(locator("")("/a")).toEqual({ line: 1, column: 1 });
  });
});

test("an alias without an anchor is an error at the start", () => {
  expect(parseText("a: 1\nb: *none\n")).toEqual({
    faults: [{ line: 1, column: 1, message: expect.stringContaining("none") }],
  });
});
