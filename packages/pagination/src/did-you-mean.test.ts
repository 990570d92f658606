import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

test.each([
  ["pageSise", "pageSize"],
  ["PAGESIZE", "pageSize"],
  ["nxet", "next"],
  ["nxt", "next"],
  ["granularity", undefined],
  ["", undefined],
])("the nearest candidate to %j is %j", (word, nearest) => {
  expect(didYouMean(word, ["next", "pageSize"])).toBe(nearest);
});

test("of several close candidates, the closest is returned", () => {
  expect(didYouMean("pagesize", ["pageSized", "pageSize", "pages"])).toBe("pageSize");
  expect(didYouMean("curser", ["course", "cursor"])).toBe("cursor");
});

test("three edits are too many in a word of eight letters, also if two letters are inserted side by side", () => {
  expect(didYouMean("cuXsorab", ["cursor"])).toBeUndefined();
  expect(didYouMean("cursorab", ["cursor"])).toBe("cursor");
});

test("words of one or two letters are too short to compare", () => {
  expect(didYouMean("ti", ["to", "by"])).toBeUndefined();
});

test("a word with another ending is close, if four letters or more are the same", () => {
  expect(didYouMean("retries", ["retry", "fetch"])).toBe("retry");
  expect(didYouMean("start", ["startTime", "end"])).toBe("startTime");
  expect(didYouMean("pages", ["pageToken"])).toBe("pageToken");
  expect(didYouMean("page", ["paging", "pageToken"])).toBe(undefined);
  expect(didYouMean("retries", ["retry"], () => 1)).toBeUndefined();
});

test("a caller can be stricter", () => {
  expect(didYouMean("nxt", ["next"], () => 0)).toBeUndefined();
  expect(didYouMean("Next", ["next"], () => 0)).toBe("next");
});
