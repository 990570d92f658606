import { expect, it } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

it.each([
  ["onomodo", ', did you mean "onomondo"?'],
  ["Onomondo", ', did you mean "onomondo"?'],
  ["supersims", ', did you mean "supersim"?'],
  ["kore", "."],
  ["", "."],
])("%j%s", (given, hint) => {
  expect(didYouMean(given, ["supersim", "onomondo"])).toBe(hint);
});
