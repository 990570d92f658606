import { expect, test } from "vitest";
import { parseSource } from "./parse-source.ts";

test("JSON, YAML and YAML's merges are read", () => {
  expect(parseSource('{ "a": 1 }')).toEqual({ value: { a: 1 } });
  expect(parseSource("base: &base { a: 1 }\nmore: { <<: *base, b: 2012-01-01 }")).toEqual({
    value: { base: { a: 1 }, more: { a: 1, b: "2012-01-01" } },
  });
});

test.each([
  ["a: [1, 2", 1, /flow|\]/i],
  ['{\n  "a": 1\n  "b": 2\n}', 3, /./],
  ["a: 1\nb: 2\na: 3\n", 3, /unique/],
  ["a:\n\t- 1\n", 2, /tab/i],
])("a syntax error has a line: %j", (text, line, message) => {
  const [fault] = parseSource(text).faults ?? [];
  expect(fault?.line).toBe(line);
  expect(fault?.message).toMatch(message);
});

test("an alias without its anchor is a fault, not a crash", () => {
  expect(parseSource("a: *b")).toHaveProperty("faults");
});
