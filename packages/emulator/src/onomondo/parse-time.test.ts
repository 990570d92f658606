import { expect, test } from "vitest";
import { parseTime } from "./parse-time.ts";

test.each([
  ["2024", "2024-01-01", "2025-01-01"],
  ["2024-02", "2024-02-01", "2024-03-01"],
  ["2024-12", "2024-12-01", "2025-01-01"],
  ["2024-02-29", "2024-02-29", "2024-03-01"],
])("%s lasts from %s until %s", (text, start, end) => {
  expect(parseTime(text)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
});

test.each(["", "24", "2024-13", "2024-00", "2025-02-29", "2024-2", "2024-02-1", "2024-02-01 00"])(
  "%j is no time",
  (text) => {
    expect(parseTime(text)).toBeUndefined();
  },
);
