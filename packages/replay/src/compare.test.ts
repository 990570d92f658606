import { expect, test } from "vitest";
import { equalsRecorded } from "./compare.ts";

test.each([
  ["a", "a", true],
  ["a", "b", false],
  ["anything", "REDACTED", true],
  ["v1-abc-x", "v1-REDACTED-x", true],
  ["v2-abc-x", "v1-REDACTED-x", false],
  ["v1-abc-y", "v1-REDACTED-x", false],
  ["a1b2c", "aREDACTEDbREDACTEDc", true],
  ["a1c2b", "aREDACTEDbREDACTEDc", false],
  ["a", "aREDACTEDa", false],
])("%j equals the recorded %j: %s", (sent, recorded, expected) => {
  expect(equalsRecorded(sent, recorded)).toBe(expected);
});

test("finds what is recorded between redacted parts in order, each part once", () => {
  const R = "REDACTED";
  expect(equalsRecorded("a1x2x3b", `a${R}x${R}x${R}b`)).toBe(true);
  expect(equalsRecorded("a1x2b", `a${R}x${R}x${R}b`)).toBe(false);
  expect(equalsRecorded("a1xyx2b", `a${R}xyx${R}xyx${R}b`)).toBe(false);
  expect(equalsRecorded("a1xyxyx2b", `a${R}xyx${R}xyx${R}b`)).toBe(false);
  expect(equalsRecorded("a1y2x3b", `a${R}x${R}y${R}b`)).toBe(false);
  expect(equalsRecorded("axb", `a${R}x${R}b`)).toBe(true);
  expect(equalsRecorded("axb", `a${R}x${R}xb`)).toBe(false);
  expect(equalsRecorded("ab", `ab${R}b`)).toBe(false);
});
