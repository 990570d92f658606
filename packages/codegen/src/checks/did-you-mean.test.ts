import { expect, test } from "vitest";
import { didYouMean, list } from "./did-you-mean.ts";

test.each([
  ["pageSise", '; did you mean "pageSize"?'],
  ["PAGESIZE", '; did you mean "pageSize"?'],
  ["nxet", '; did you mean "next"?'],
  ["nxt", '; did you mean "next"?'],
  ["granularity", ""],
])("for %j it says %j", (found, expected) => {
  expect(didYouMean(found, ["next", "pageSize"])).toBe(expected);
});

test("long lists are cut", () => {
  expect(list(["a", "b", "c"], 2)).toBe('"a", "b" and 1 more');
});
