import { expect, it } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

it.each([
  ["onomodo", "onomondo"],
  ["Onomondo", "onomondo"],
  ["supersims", "supersim"],
  ["kore", undefined],
  ["", undefined],
])("suggests for %j: %j", (word, suggestion) => {
  expect(didYouMean(word, ["supersim", "onomondo"])).toBe(suggestion);
});
