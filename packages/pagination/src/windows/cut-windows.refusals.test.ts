import { describe, expect, test } from "vitest";
import { now, superSim } from "../../test/window-schemes.ts";
import { cutWindows } from "./cut-windows.ts";

describe("refused with the reason", () => {
  const cut = (range: object, query: object = { Granularity: "day" }) =>
    cutWindows(superSim, { from: "2025-06-01", to: "2025-06-02", ...range }, { query: { ...query }, now });

  test.each([
    [
      "records that cover the whole range",
      {},
      {},
      /with Granularity left out a record covers the whole range.*Granularity hour, day/,
    ],
    [
      "also when another rule applies",
      {},
      { Granularity: "all", Group: "sim" },
      /with Granularity all a record covers/,
    ],
    [
      "an unaligned start",
      { from: "2025-06-01T10:30:00Z" },
      undefined,
      "the nearest are 2025-06-01 and 2025-06-02",
    ],
    [
      "an unaligned hour",
      { from: "2025-06-01T10:30:00Z" },
      { Granularity: "hour" },
      "the nearest are 2025-06-01T10:00:00Z and 2025-06-01T11:00:00Z",
    ],
    [
      "an unaligned end",
      { to: new Date("2025-06-02T00:00:01Z") },
      undefined,
      "window.to is 2025-06-02T00:00:01.000Z",
    ],
    [
      "an end before the start",
      { to: "2025-05-01" },
      undefined,
      "window.to is 2025-05-01; accepted is a time after 2025-06-01",
    ],
    ["an empty range", { to: "2025-06-01" }, undefined, "accepted is a time after"],
    ["what the provider no longer keeps", { from: "2023-12-31" }, undefined, "so the earliest is 2024-01-01"],
    [
      "a unit shorter than the records",
      { by: "hour" },
      undefined,
      'window.by is "hour"; accepted are day, week, month, year',
    ],
    [
      "a unit longer than allowed",
      { by: "year", from: "2024-06-01" },
      undefined,
      'window.by is "year"; the longest window allowed is P3M',
    ],
    ["no unit at all", { by: "fortnight" }, undefined, 'window.by is "fortnight"'],
    ["a day that is none", { from: "2025-02-30" }, undefined, 'window.from is "2025-02-30"'],
    ["a time without a zone", { from: "2025-06-01T00:00:00" }, undefined, "accepted is a Date"],
    ["an invalid Date", { from: new Date("x") }, undefined, "window.from is an invalid Date"],
    ["a number", { from: 5 }, undefined, "window.from is 5"],
    [
      "the caller's own start",
      {},
      { Granularity: "day", StartTime: "2025-06-01" },
      "StartTime and window both give the time",
    ],
  ] as const)("%s", (_, range, query, message) => {
    expect(() => cut(range, query)).toThrow(message);
  });
});
