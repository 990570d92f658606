import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutWindows } from "./cut-windows.ts";
import type { RangeWindowScheme, TemplateWindowScheme, WindowUnit } from "./window-scheme.ts";

const now = new Date("2025-07-01T00:00:00Z");

const superSim: RangeWindowScheme = {
  ...{
    start: "StartTime",
    end: "EndTime",
    bounds: "[)",
    format: "date-time",
    order: "descending",
    history: "P18M",
  },
  spans: {
    Granularity: { hour: { step: "hour", max: "P31D" }, day: { step: "day", max: "P3M" } },
    Group: { sim: { max: "P31D" } },
  },
};
const yearly: RangeWindowScheme = {
  start: "StartDate",
  end: "EndDate",
  bounds: "[]",
  format: "date",
  step: "year",
};
const onomondo: TemplateWindowScheme = {
  ...{
    param: "filter",
    template: "time:{date}",
    format: "date",
    order: "unspecified",
    step: "day",
    max: "P1M",
  },
};

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

describe("for any range", () => {
  const DAY = 86_400_000;
  const day = fc.integer({ min: 0, max: 20_000 });
  const unit = fc.option(fc.constantFrom<WindowUnit>("day", "week", "month"), { nil: undefined });

  test("windows join without a gap and are never too long", () => {
    const scheme: RangeWindowScheme = { ...superSim };
    const { history: _, ...kept } = scheme;
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), unit, (first, days, by) => {
        const [from, to] = [new Date(first * DAY), new Date((first + days) * DAY)];
        const windows = cutWindows(kept, { from, to, by }, { query: { Granularity: "day" } }).reverse();
        const bounds = windows.map(({ StartTime, EndTime }) => [
          Date.parse(String(StartTime)),
          Date.parse(String(EndTime)),
        ]);
        expect(bounds[0]?.[0]).toBe(from.getTime());
        expect(bounds.at(-1)?.[1]).toBe(to.getTime());
        bounds.forEach(([start = 0, end = 0], index) => {
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(92 * DAY);
          if (index > 0) expect(start).toBe(bounds[index - 1]?.[1]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("named periods cover each day once", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (first, days) => {
        const [from, to] = [new Date(first * DAY), new Date((first + days) * DAY)];
        const covered = cutWindows(onomondo, { from, to }).flatMap(({ filter }) =>
          daysOf(String(filter).slice("time:".length)),
        );
        expect(covered).toEqual(Array.from({ length: days }, (_, index) => first + index));
      }),
      { numRuns: 1000 },
    );
  });

  function daysOf(period: string): number[] {
    const start = Date.parse(period) / DAY;
    if (period.length === 10) return [start];
    const [year, month] = period.split("-").map(Number);
    const count = Date.UTC(year ?? 0, month ?? 0) / DAY - start;
    return Array.from({ length: count }, (_, index) => start + index);
  }
});
