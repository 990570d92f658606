import { expect, test } from "vitest";
import { addMonths, ceilTo, floorTo, HOUR, parseDate } from "./time.ts";

test.each([
  ["2025-03-31T10:00:00.000Z", -1, "2025-02-28T10:00:00.000Z"],
  ["2024-03-31T00:00:00.000Z", -1, "2024-02-29T00:00:00.000Z"],
  ["2025-01-15T00:00:00.000Z", -18, "2023-07-15T00:00:00.000Z"],
  ["2025-11-30T00:00:00.000Z", 3, "2026-02-28T00:00:00.000Z"],
])("addMonths(%s, %i) is %s", (from, months, to) => {
  expect(new Date(addMonths(Date.parse(from), months)).toISOString()).toBe(to);
});

test("floorTo and ceilTo round to hours and keep a full hour", () => {
  expect([floorTo(HOUR, HOUR + 1), ceilTo(HOUR, HOUR + 1), floorTo(HOUR, HOUR), ceilTo(HOUR, HOUR)]).toEqual([
    HOUR,
    2 * HOUR,
    HOUR,
    HOUR,
  ]);
});

test.each(["2025-02-30", "2025-2-3", "25-02-03", "2025-02-03T00:00:00Z", "", "today"])(
  "parseDate(%j) is undefined",
  (text) => {
    expect(parseDate(text)).toBeUndefined();
  },
);
