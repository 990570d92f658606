import { describe, expect, test } from "vitest";
import { now, onomondo, superSim, yearly } from "../../test/window-schemes.ts";
import { cutWindows } from "./cut-windows.ts";
import type { WindowUnit } from "./window-scheme.ts";

const superSimDays = (from: string, to: string, query: object = { Granularity: "day" }) =>
  cutWindows(superSim, { from, to }, { query: { ...query }, now }).map(({ StartTime, EndTime }) => [
    StartTime,
    EndTime,
  ]);

describe("a range in two parameters", () => {
  test("is cut into the longest windows allowed, newest first where the records are", () => {
    expect(superSimDays("2025-01-01", "2025-06-15")).toEqual([
      ["2025-04-01T00:00:00Z", "2025-06-15T00:00:00Z"],
      ["2025-01-01T00:00:00Z", "2025-04-01T00:00:00Z"],
    ]);
  });

  test("keeps to the strictest of several rules", () => {
    expect(superSimDays("2025-01-01", "2025-03-01", { Granularity: "day", Group: "sim" })).toEqual([
      ["2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"],
      ["2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"],
    ]);
  });

  test("a value without a rule of its own leaves it to the others", () => {
    expect(superSimDays("2025-01-01", "2025-03-01", { Granularity: "day", Group: "fleet" })).toHaveLength(1);
  });

  test("three months from the last of November end in February", () => {
    const [, oldest] = superSimDays("2024-11-30", "2025-03-15");
    expect(oldest).toEqual(["2024-11-30T00:00:00Z", "2025-02-28T00:00:00Z"]);
  });

  test("carries the caller's own parameters", () => {
    const query = { Granularity: "hour", Sim: "HS1" };
    const [window] = cutWindows(superSim, { from: "2025-06-01", to: "2025-06-02" }, { query, now });
    expect(window).toEqual({ ...query, StartTime: "2025-06-01T00:00:00Z", EndTime: "2025-06-02T00:00:00Z" });
  });

  test("by a unit it is cut at that unit's borders", () => {
    const query = { Granularity: "hour" };
    const range = { from: "2025-05-30T12:00:00Z", to: new Date("2025-06-02T06:00:00Z"), by: "day" as const };
    expect(cutWindows(superSim, range, { query, now }).map(({ StartTime }) => StartTime)).toEqual([
      "2025-06-02T00:00:00Z",
      "2025-06-01T00:00:00Z",
      "2025-05-31T00:00:00Z",
      "2025-05-30T12:00:00Z",
    ]);
  });

  test("inclusive ends are the day before", () => {
    expect(cutWindows(yearly, { from: "2020", to: "2024" })).toEqual([
      { StartDate: "2020-01-01", EndDate: "2023-12-31" },
    ]);
    expect(cutWindows(yearly, { from: "2020", to: "2022", by: "year" })).toEqual([
      { StartDate: "2020-01-01", EndDate: "2020-12-31" },
      { StartDate: "2021-01-01", EndDate: "2021-12-31" },
    ]);
  });

  test("bounds in another zone are the instants that they are", () => {
    const [window] = superSimDays("2025-06-01T02:00:00+02:00", "2025-06-02");
    expect(window).toEqual(["2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z"]);
  });
});

describe("a range in a filter's values", () => {
  const values = (from: string, to: string, by?: WindowUnit) =>
    cutWindows(onomondo, { from, to, by }).map(({ filter }) => filter);

  test("names whole months, and days at the edges", () => {
    expect(values("2024-01-30", "2024-04-02")).toEqual([
      "time:2024-01-30",
      "time:2024-01-31",
      "time:2024-02",
      "time:2024-03",
      "time:2024-04-01",
    ]);
  });

  test("by day names days", () => {
    expect(values("2024-01-30", "2024-02-01", "day")).toEqual(["time:2024-01-30", "time:2024-01-31"]);
  });

  test("stands beside the caller's other filters", () => {
    const range = { from: "2024-01", to: "2024-02" };
    expect(cutWindows(onomondo, range, { query: { filter: "country_code:dk", limit: 5 } })).toEqual([
      { filter: ["country_code:dk", "time:2024-01"], limit: 5 },
    ]);
    expect(cutWindows(onomondo, range, { query: { filter: ["a:1", "b:2"] } })).toEqual([
      { filter: ["a:1", "b:2", "time:2024-01"] },
    ]);
  });

  test("beside a time of the caller's own is refused", () => {
    const cut = () =>
      cutWindows(onomondo, { from: "2024-01", to: "2024-02" }, { query: { filter: "time:2024-01-05" } });
    expect(cut).toThrow('filter "time:2024-01-05" and window both give the time');
  });

  test("by month with bounds inside a month is refused", () => {
    expect(() => values("2024-01-15", "2024-03-01", "month")).toThrow(
      "window.from is 2024-01-15, which is not on a UTC month; the nearest are 2024-01-01 and 2024-02-01",
    );
  });

  test.each(["hour", "week", "year"] as const)("by %s is refused", (by) => {
    expect(() => values("2024-01-01", "2025-01-01", by)).toThrow(`window.by is "${by}"`);
  });
});
