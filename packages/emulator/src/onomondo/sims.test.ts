import { expect, test } from "vitest";
import { iccidOf, simIdOf } from "./sims.ts";

test("an ICCID contains the SIM ID and ends in its check digit, as in the published example", () => {
  expect(iccidOf("000002273")).toBe("89457387300000022734");
  expect(simIdOf("89457387300000022734")).toBe("000002273");
});

test.each(["89457387300000022735", "89010000000000022734", "", "000002273"])(
  "%j is not an ICCID of the organization",
  (iccid) => {
    expect(simIdOf(iccid)).toBeUndefined();
  },
);
