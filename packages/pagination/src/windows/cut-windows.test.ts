import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { now, onomondo, superSim, yearly } from "../../test/window-schemes.ts";
import { cutWindows } from "./cut-windows.ts";
import type { RangeWindowScheme, WindowUnit } from "./scheme.ts";
import { DAY } from "./time.ts";

const superSimWindows = (from: string, to: string, query: object = { Granularity: "day" }) =>
  cutWindows(superSim, { from, to }, { query: { ...query }, now }).map(({ StartTime, EndTime }) => [
    StartTime,
    EndTime,
  ]);

describe("a list whose time range is two parameters", () => {
  test("is cut into the longest windows allowed, newest first if its records are", () => {
    expect(superSimWindows("2025-01-01", "2025-06-15")).toEqual([
      ["2025-04-01T00:00:00Z", "2025-06-15T00:00:00Z"],
      ["2025-01-01T00:00:00Z", "2025-04-01T00:00:00Z"],
    ]);
  });

  test("keeps to the strictest of several rules", () => {
    expect(superSimWindows("2025-01-01", "2025-03-01", { Granularity: "day", Group: "sim" })).toEqual([
      ["2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"],
      ["2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z"],
    ]);
  });

  test("ignores a parameter whose value has no rule", () => {
    expect(superSimWindows("2025-01-01", "2025-03-01", { Granularity: "day", Group: "fleet" })).toHaveLength(
      1,
    );
  });

  test("ends a window of three months from 30 November in February", () => {
    const [, oldest] = superSimWindows("2024-11-30", "2025-03-15");
    expect(oldest).toEqual(["2024-11-30T00:00:00Z", "2025-02-28T00:00:00Z"]);
  });

  test("keeps the caller's own parameters in every window", () => {
    const query = { Granularity: "hour", Sim: "HS1" };
    const [window] = cutWindows(superSim, { from: "2025-06-01", to: "2025-06-02" }, { query, now });
    expect(window).toEqual({ ...query, StartTime: "2025-06-01T00:00:00Z", EndTime: "2025-06-02T00:00:00Z" });
  });

  test("is cut at the borders of the unit `by`", () => {
    const query = { Granularity: "hour" };
    const range = { from: "2025-05-30T12:00:00Z", to: new Date("2025-06-02T06:00:00Z"), by: "day" as const };
    expect(cutWindows(superSim, range, { query, now }).map(({ StartTime }) => StartTime)).toEqual([
      "2025-06-02T00:00:00Z",
      "2025-06-01T00:00:00Z",
      "2025-05-31T00:00:00Z",
      "2025-05-30T12:00:00Z",
    ]);
  });

  test("ends a window on the day before if the provider includes the end", () => {
    expect(cutWindows(yearly, { from: "2020", to: "2024" })).toEqual([
      { StartDate: "2020-01-01", EndDate: "2023-12-31" },
    ]);
    expect(cutWindows(yearly, { from: "2020", to: "2022", by: "year" })).toEqual([
      { StartDate: "2020-01-01", EndDate: "2020-12-31" },
      { StartDate: "2021-01-01", EndDate: "2021-12-31" },
    ]);
  });

  test("converts bounds in another time zone to UTC", () => {
    const [window] = superSimWindows("2025-06-01T02:00:00+02:00", "2025-06-02");
    expect(window).toEqual(["2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z"]);
  });

  test("has windows without a gap, none of them too long, for any range", () => {
    const { history: _, ...scheme }: RangeWindowScheme = superSim;
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), unit, (first, days, by) => {
        const [from, to] = [new Date(first * DAY), new Date((first + days) * DAY)];
        const windows = cutWindows(scheme, { from, to, by }, { query: { Granularity: "day" } }).reverse();
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
});

describe("a list whose time range is a value of a parameter", () => {
  const values = (from: string, to: string, by?: WindowUnit) =>
    cutWindows(onomondo, { from, to, by }).map(({ filter }) => filter);

  test("is cut into whole months, and days at the edges", () => {
    expect(values("2024-01-30", "2024-04-02")).toEqual([
      "time:2024-01-30",
      "time:2024-01-31",
      "time:2024-02",
      "time:2024-03",
      "time:2024-04-01",
    ]);
  });

  test("is cut into days by day", () => {
    expect(values("2024-01-30", "2024-02-01", "day")).toEqual(["time:2024-01-30", "time:2024-01-31"]);
  });

  test("keeps the caller's other values of the parameter", () => {
    const range = { from: "2024-01", to: "2024-02" };
    expect(cutWindows(onomondo, range, { query: { filter: "country_code:dk", limit: 5 } })).toEqual([
      { filter: ["country_code:dk", "time:2024-01"], limit: 5 },
    ]);
    expect(cutWindows(onomondo, range, { query: { filter: ["a:1", "b:2"] } })).toEqual([
      { filter: ["a:1", "b:2", "time:2024-01"] },
    ]);
  });

  test("rejects a time among the caller's values", () => {
    const cut = () =>
      cutWindows(onomondo, { from: "2024-01", to: "2024-02" }, { query: { filter: "time:2024-01-05" } });
    expect(cut).toThrow('filter "time:2024-01-05" and window both set the time; use one of them');
  });

  test("rejects bounds within a month if it is cut by month", () => {
    expect(() => values("2024-01-15", "2024-03-01", "month")).toThrow(
      "window.from must be the start of a UTC month; received 2024-01-15, the nearest are 2024-01-01 and 2024-02-01",
    );
  });

  test.each(["hour", "week"] as const)("cannot be cut by %s", (by) => {
    expect(() => values("2024-01-01", "2025-01-01", by)).toThrow(
      `window.by must be one of day, month, year; received "${by}"`,
    );
  });

  test("cannot be cut by a unit that is longer than the maximum", () => {
    expect(() => values("2024-01-01", "2025-01-01", "year")).toThrow(
      'window.by is "year", but the longest window allowed is P1M',
    );
  });

  test("has each day in exactly one window, for any range", () => {
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
});

test("a window may begin with the year 1000, the first that has four digits", () => {
  const query = { Granularity: "day" };
  const [window] = cutWindows(superSim, { from: "1000-01-01", to: "1000-01-02" }, { query });
  expect(window).toMatchObject({ StartTime: "1000-01-01T00:00:00Z" });
});

test("without the current time, what the provider keeps is left to the provider", () => {
  const query = { Granularity: "day" };
  const [window] = cutWindows(superSim, { from: "1999-01-01", to: "1999-01-02" }, { query });
  expect(window).toMatchObject({ StartTime: "1999-01-01T00:00:00Z" });
});

describe("cutWindows rejects", () => {
  const cut = (range: object, query: object = { Granularity: "day" }) =>
    cutWindows(superSim, { from: "2025-06-01", to: "2025-06-02", ...range }, { query: { ...query }, now });

  test.each([
    [
      "records that cover the whole range",
      {},
      {},
      "with Granularity left out, a record covers the whole range, and windows would change it; set Granularity to hour or day",
    ],
    [
      "records that cover the whole range although another rule applies",
      {},
      { Granularity: "all", Group: "sim" },
      "with Granularity all, a record covers",
    ],
    [
      "a start that is not aligned",
      { from: "2025-06-01T10:30:00Z" },
      undefined,
      "the nearest are 2025-06-01 and 2025-06-02",
    ],
    [
      "a start that is not aligned to an hour",
      { from: "2025-06-01T10:30:00Z" },
      { Granularity: "hour" },
      "the nearest are 2025-06-01T10:00:00Z and 2025-06-01T11:00:00Z",
    ],
    [
      "an end that is not aligned",
      { to: new Date("2025-06-02T00:00:01Z") },
      undefined,
      "window.to must be the start of a UTC day; received 2025-06-02T00:00:01.000Z",
    ],
    [
      "an end before the start",
      { to: "2025-05-01" },
      undefined,
      "window.to must be after 2025-06-01; received 2025-05-01",
    ],
    ["an empty range", { to: "2025-06-01" }, undefined, "window.to must be after 2025-06-01"],
    [
      "data that the provider no longer keeps",
      { from: "2023-12-31" },
      undefined,
      "window.from must be 2024-01-01 or later, as the provider keeps data for P18M; received 2023-12-31",
    ],
    [
      "a unit that is shorter than the records",
      { by: "hour" },
      undefined,
      'window.by must be one of day, week, month, year; received "hour"',
    ],
    [
      "a unit that is longer than allowed",
      { by: "year", from: "2024-06-01" },
      undefined,
      'window.by is "year", but the longest window allowed is P3M',
    ],
    [
      "an unknown unit",
      { by: "fortnight" },
      undefined,
      'window.by must be one of day, week, month, year; received "fortnight"',
    ],
    ["a day that does not exist", { from: "2025-02-30" }, undefined, 'received "2025-02-30"'],
    [
      "a time without a zone",
      { from: "2025-06-01T00:00:00" },
      undefined,
      "window.from must be a Date, a day",
    ],
    ["an invalid Date", { from: new Date("x") }, undefined, "window.from is an invalid Date"],
    ["a number", { from: 5 }, undefined, "received 5"],
    [
      "the year 10000",
      { to: new Date(Date.UTC(10_000, 0)) },
      undefined,
      "window.to must be in the years 1000 to 9999; received +010000-01-01T00:00:00.000Z",
    ],
    [
      "a time that is in the year 10000 in UTC",
      { to: "9999-12-31T23:00:00-02:00" },
      undefined,
      "window.to must be in the years 1000 to 9999; received +010000-01-01T01:00:00.000Z",
    ],
    // Date.UTC takes the year 50 for 1950.
    [
      "the year 50",
      { from: "0050-01-01" },
      undefined,
      "window.from must be in the years 1000 to 9999; received 0050-01-01T00:00:00.000Z",
    ],
    [
      "a start in the caller's own parameters",
      {},
      { Granularity: "day", StartTime: "2025-06-01" },
      "StartTime and window both set the time; use one of them",
    ],
  ] as const)("%s", (_, range, query, message) => {
    expect(() => cut(range, query)).toThrow(message);
  });
});

test("the last year that four digits can write is cut", () => {
  const scheme = { start: "from", end: "to", bounds: "[)", format: "date", max: "P1Y" } as const;
  expect(cutWindows(scheme, { from: "9998-01-01", to: "9999-12-31" })).toEqual([
    { from: "9998-01-01", to: "9999-01-01" },
    { from: "9999-01-01", to: "9999-12-31" },
  ]);
  const monthly = { ...scheme, step: "month" } as const;
  expect(() => cutWindows(monthly, { from: "9999-01-01", to: "9999-12-31" })).toThrow(
    "the nearest are 9999-12-01 and +010000-01-01",
  );
});

const day = fc.integer({ min: 0, max: 20_000 });
const unit = fc.option(fc.constantFrom<WindowUnit>("day", "week", "month"), { nil: undefined });

/** Days since 1970 in a named period. */
function daysOf(period: string): number[] {
  const start = Date.parse(period) / DAY;
  if (period.length === 10) return [start];
  const [year, month] = period.split("-").map(Number);
  const count = Date.UTC(year ?? 0, month ?? 0) / DAY - start;
  return Array.from({ length: count }, (_, index) => start + index);
}

test("windows by the week begin on Monday, also after a Sunday", () => {
  const range = { from: "2025-06-01", to: "2025-06-11", by: "week" as const };
  const windows = cutWindows(superSim, range, { query: { Granularity: "day" }, now });
  expect(windows.map(({ StartTime }) => StartTime)).toEqual([
    "2025-06-09T00:00:00Z",
    "2025-06-02T00:00:00Z",
    "2025-06-01T00:00:00Z",
  ]);
});

test("a list that only one parameter limits is not cut without it", () => {
  const scheme: RangeWindowScheme = { ...superSim, spans: { Group: { sim: { max: "P1M" } } } };
  const cut = (query: object) =>
    cutWindows(scheme, { from: "2025-05-01", to: "2025-06-01" }, { query: { ...query }, now });
  expect(cut({ Group: "sim" })).toHaveLength(1);
  expect(() => cut({})).toThrow("with Group left out, a record covers the whole range");
});
