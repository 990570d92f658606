import { expect, it } from "vitest";
import { DecimalSum } from "./decimal-sum.ts";

const sum = (...values: unknown[]) => {
  const total = new DecimalSum();
  const taken = values.filter((value) => total.add(value)).length;
  return [total.toString(), taken];
};

it("adds where a float would lose digits", () => {
  expect(sum("0.1", "0.2")).toEqual(["0.3", 2]);
  expect(sum("9007199254740993", "0.000000001")).toEqual(["9007199254740993.000000001", 2]);
  expect(sum(1424843, 2)).toEqual(["1424845", 2]);
});

it("goes below zero and back", () => {
  expect(sum("-1.5")).toEqual(["-1.5", 1]);
  expect(sum("-0.05", "0.02")).toEqual(["-0.03", 2]);
  expect(sum("-2.50", "2.5")).toEqual(["0", 2]);
});

it("leaves alone what is no decimal number", () => {
  expect(sum(null, undefined, "", "1e3", "x", {}, Number.NaN)).toEqual(["0", 0]);
});
