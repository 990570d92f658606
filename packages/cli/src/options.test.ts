import { describe, expect, it } from "vitest";
import { OPTIONS, optionValues } from "./options.ts";

describe("--emulator-now", () => {
  it.each([
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2025-06-15T12:00:00+02:00", "2025-06-15T10:00:00.000Z"],
    ["2025-06-15T12:00Z", "2025-06-15T12:00:00.000Z"],
  ])("reads %s as %s", (text, time) => {
    expect(OPTIONS.emulatorNow.parse(text)?.toISOString()).toBe(time);
  });

  it.each(["2025-02-29", "2025-06-15T12:00:00", "2025-06", "-1day", "now"])("rejects %s", (text) => {
    expect(OPTIONS.emulatorNow.parse(text)).toBeUndefined();
  });
});

it("ignores the flags of other scopes, and of parameters with the same name", () => {
  const parsed = { simId: ["000000001"], maxItems: 5, force: true, output: "usage.csv" };
  expect(optionValues(parsed, ["operation"])).toMatchObject({ output: "usage.csv", force: true });
  expect(optionValues(parsed, ["operation"])).not.toHaveProperty("simId");
  expect(optionValues(parsed, ["operation"])).not.toHaveProperty("maxItems");
});
