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
