import type { RangeWindowScheme, TemplateWindowScheme } from "../src/index.ts";

/** For tests: schemes of three kinds, and a clock that stands still. */
export const now = new Date("2025-07-01T00:00:00Z");

export const superSim: RangeWindowScheme = {
  start: "StartTime",
  end: "EndTime",
  bounds: "[)",
  format: "date-time",
  order: "descending",
  history: "P18M",
  spans: {
    Granularity: { hour: { step: "hour", max: "P31D" }, day: { step: "day", max: "P3M" } },
    Group: { sim: { max: "P31D" } },
  },
};

export const yearly: RangeWindowScheme = {
  start: "StartDate",
  end: "EndDate",
  bounds: "[]",
  format: "date",
  step: "year",
};

export const onomondo: TemplateWindowScheme = {
  param: "filter",
  template: "time:{date}",
  format: "date",
  order: "unspecified",
  step: "day",
  max: "P1M",
};
