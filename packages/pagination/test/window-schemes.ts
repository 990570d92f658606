import type { RangeWindowScheme, TemplateWindowScheme } from "../src/windows/scheme.ts";

/** The current time of the tests. */
export const now = new Date("2025-07-01T00:00:00Z");

/** Rules that depend on parameters, newest records first. */
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

/** Dates whose end is included. */
export const yearly: RangeWindowScheme = {
  start: "StartDate",
  end: "EndDate",
  bounds: "[]",
  format: "date",
  step: "year",
};

/** A window is one value of a filter. */
export const onomondo: TemplateWindowScheme = {
  param: "filter",
  template: "time:{date}",
  format: "date",
  order: "unspecified",
  step: "day",
  max: "P1M",
};
