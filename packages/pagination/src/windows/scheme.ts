/** A unit of UTC time that windows can be aligned to. Weeks start on Monday. */
export type WindowUnit = "hour" | "day" | "week" | "month" | "year";

/** An ISO 8601 duration in whole numbers: `P31D`, `P3M`, `PT1H`. */
export type IsoDuration = string;

/** What windows must keep to. */
export interface WindowSpan {
  /** The unit that the bounds must be aligned to. Defaults to `day` for dates and to seconds for times. */
  readonly step?: WindowUnit;
  /** The longest window. Defaults to no maximum. */
  readonly max?: IsoDuration;
}

/** What the window schemes have in common. */
export interface BaseWindowScheme extends WindowSpan {
  /** How a time is written: `2024-01-31T00:00:00Z` or `2024-01-31`. */
  readonly format: "date-time" | "date";
  /** The order of the records in time, in which windows are read. Defaults to oldest first. */
  readonly order?: "ascending" | "descending" | "unspecified";
  /** How far back the provider keeps data. Defaults to no limit. */
  readonly history?: IsoDuration;
  /** `step` and `max` where they depend on a query parameter: by its name, then by its value. */
  readonly spans?: { readonly [param: string]: { readonly [value: string]: WindowSpan } };
}

/** A window is sent as two query parameters. */
export interface RangeWindowScheme extends BaseWindowScheme {
  /** The parameter for the start. */
  readonly start: string;
  /** The parameter for the end. */
  readonly end: string;
  /** Whether the provider excludes the end, `"[)"`, or includes it, `"[]"`. */
  readonly bounds: "[)" | "[]";
}

/** A window is a whole day, month or year, and is sent as one value of a query parameter: `time:2024-01`. */
export interface TemplateWindowScheme extends BaseWindowScheme {
  /** The parameter. */
  readonly param: string;
  /** The value, with `{date}` in place of the day, month or year. */
  readonly template: string;
}

/** How a list can be cut by time: the `x-window` object of an operation. */
export type WindowScheme = RangeWindowScheme | TemplateWindowScheme;

/** The range of time to cut. */
export interface WindowRange {
  /** The start, included: a `Date` or ISO 8601 text. Text without a time is midnight UTC. */
  readonly from: Date | string;
  /** The end, excluded: a `Date` or ISO 8601 text. */
  readonly to: Date | string;
  /** Cuts at the borders of this unit. Defaults to windows that are as long as allowed. */
  readonly by?: WindowUnit | undefined;
}
