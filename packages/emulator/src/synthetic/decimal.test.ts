import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDecimal } from "./decimal.ts";

test.each([
  [0, 5, "0"],
  [3_000_00, 7, "0.03"],
  [219_284_855, 5, "2192.84855"],
  [100_000, 5, "1"],
  [1, 7, "0.0000001"],
  [42, 0, "42"],
])("formatDecimal(%i, %i) is %s", (units, decimals, text) => {
  expect(formatDecimal(units, decimals)).toBe(text);
});

test("formatDecimal is exact and has no trailing zeros", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.nat(9), (units, decimals) => {
      const [whole = "", fraction = ""] = formatDecimal(units, decimals).split(".");
      expect(BigInt(whole + fraction.padEnd(decimals, "0"))).toBe(BigInt(units));
      expect(fraction).not.toMatch(/0$/);
    }),
  );
});
