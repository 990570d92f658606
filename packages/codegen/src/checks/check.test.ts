import { expect, test } from "vitest";
import { quoted, suggestion } from "./check.ts";

test.each([
  ["pageSise", '; did you mean "pageSize"?'],
  ["PAGESIZE", '; did you mean "pageSize"?'],
  ["nxet", '; did you mean "next"?'],
  ["nxt", '; did you mean "next"?'],
  ["granularity", ""],
])("suggests for %j: %j", (word, expected) => {
  expect(suggestion(word, ["next", "pageSize"])).toBe(expected);
});

test("cuts a long list of words", () => {
  expect(quoted(["a", "b", "c"], 2)).toBe('"a", "b" and 1 more');
});
