/** A stretch of UTC time that windows can be aligned to; weeks begin on Monday. */
export type WindowUnit = "hour" | "day" | "week" | "month" | "year";

/** An ISO 8601 duration, `P31D`, `P3M`, `PT1H`. */
export type IsoDuration = string;

interface WindowSchemeBase {
  /** How a time is written: `2024-01-31T00:00:00Z` or `2024-01-31`. */
  readonly format: "date-time" | "date";
  /** The order of the records in time; windows are walked in it. */
  readonly order?: "ascending" | "descending" | "unspecified";
  /** How far back the provider keeps data. */
  readonly history?: IsoDuration;
  /** What bounds must be aligned to. */
  readonly step?: WindowUnit;
  /** The longest window. */
  readonly max?: IsoDuration;
  /** Step and longest window where they depend on a parameter: by its name, then by its value. */
  readonly spans?: { readonly [param: string]: { readonly [value: string]: WindowSpan } };
}

export interface WindowSpan {
  readonly step?: WindowUnit;
  readonly max?: IsoDuration;
}

/** A window goes out as two parameters. */
export interface RangeWindowScheme extends WindowSchemeBase {
  readonly start: string;
  readonly end: string;
  /** Whether the end is excluded, `"[)"`, or included, `"[]"`. */
  readonly bounds: "[)" | "[]";
}

/** A window, a whole day, month or year, goes out as one value of a parameter: `time:2024-01`. */
export interface TemplateWindowScheme extends WindowSchemeBase {
  readonly param: string;
  /** The value, with `{date}` in place of the period. */
  readonly template: string;
}

/** How a list can be cut by time: the `x-window` object of an operation. */
export type WindowScheme = RangeWindowScheme | TemplateWindowScheme;

/** The range to cut, and into what. */
export interface WindowRange {
  /** The first instant, included: a `Date`, or ISO 8601 text. Text without a time is midnight UTC. */
  readonly from: Date | string;
  /** The end, excluded. */
  readonly to: Date | string;
  /** Cuts at the borders of this unit. Default: windows as long as allowed. */
  readonly by?: WindowUnit | undefined;
}
