import type {
  IsoDuration,
  RangeWindowScheme,
  TemplateWindowScheme,
  WindowRange,
  WindowScheme,
  WindowSpan,
  WindowUnit,
} from "./scheme.ts";
import {
  addDuration,
  DAY,
  isDate,
  isoDay,
  isoInstant,
  parseInstant,
  startOf,
  startOfNext,
  UNITS,
  type UtcUnit,
} from "./time.ts";

/** The query parameters of an operation, by name. */
export type QueryParams = Readonly<Record<string, unknown>>;

/** Options of `cutWindows`. */
export interface CutOptions {
  /** The caller's own query parameters, which every window keeps. Defaults to none. */
  readonly query?: QueryParams | undefined;
  /** The provider's defaults of parameters that are left out. Defaults to none. */
  readonly defaults?: QueryParams | undefined;
  /**
   * The provider's current time. Then a range that begins before the scheme's `history` throws; by default the provider
   * refuses it. So by default the windows of a range are the same on every day, also for a walk that is resumed later.
   */
  readonly now?: Date | undefined;
}

/**
 * Cuts a list by time. Returns the query parameters of each window, as plain data, in the order in which to read them.
 * Together the windows are exactly the range.
 *
 * @param scheme how the list can be cut: the `x-window` object of the operation
 * @param range the range of time to cut
 * @param options the caller's query, the provider's defaults, and the provider's current time
 * @throws TypeError if a bound is not a date, or if `query` sets the time, too.
 * @throws RangeError if a bound is not aligned (the message names the nearest ones) or, with `now`, older than the
 *   provider's data, if `by` is too long or too short, or if cutting the list would change its records.
 *
 * @example
 * ```ts
 * import { cutWindows } from "@usagewire/pagination";
 *
 * const windows = cutWindows(
 *   { start: "from", end: "to", bounds: "[)", format: "date", max: "P1M" },
 *   { from: "2025-01-01", to: "2025-03-01" },
 *   { query: { status: "active" } },
 * );
 * console.log(windows[0]); // { status: "active", from: "2025-01-01", to: "2025-02-01" }
 * ```
 */
export function cutWindows(
  scheme: WindowScheme,
  range: WindowRange,
  options: CutOptions = {},
): QueryParams[] {
  const { query = {}, defaults = {}, now } = options;
  const rules = rulesFor(scheme, (param) => query[param] ?? defaults[param]);
  const span = parseRange(scheme, range, rules, now?.getTime());
  const windows =
    "template" in scheme
      ? templateQueries(scheme, query, cutIntoPeriods(span, range.by, rules))
      : rangeQueries(scheme, query, cutIntoSpans(span, range.by, rules));
  return scheme.order === "descending" ? windows.reverse() : windows;
}

function rangeQueries(scheme: RangeWindowScheme, query: QueryParams, spans: readonly Span[]): QueryParams[] {
  for (const param of [scheme.start, scheme.end]) {
    if (query[param] !== undefined) throw timeSetTwice(param);
  }
  const write = scheme.format === "date" ? isoDay : isoInstant;
  const resolution = scheme.format === "date" ? DAY : 1000;
  return spans.map(({ from, to }) => ({
    ...query,
    [scheme.start]: write(from),
    [scheme.end]: write(scheme.bounds === "[]" ? to - resolution : to),
  }));
}

function templateQueries(
  { param, template }: TemplateWindowScheme,
  query: QueryParams,
  periods: readonly string[],
): QueryParams[] {
  const given = [query[param] ?? []].flat();
  const [prefix = ""] = template.split("{date}");
  const clash = given.find((value) => String(value).startsWith(prefix));
  if (clash !== undefined) throw timeSetTwice(`${param} ${JSON.stringify(clash)}`);
  return periods.map((period) => {
    const value = template.replace("{date}", period);
    return { ...query, [param]: given.length === 0 ? value : [...given, value] };
  });
}

const timeSetTwice = (what: string) => new TypeError(`${what} and window both set the time; use one of them`);

/** What the windows of one list must keep to. */
interface WindowRules {
  /** The unit that bounds must be aligned to. */
  readonly step: UtcUnit;
  /** No window may be longer than any of these. */
  readonly max: readonly IsoDuration[];
}

/**
 * Returns the rules for these parameters; of several, the strictest.
 *
 * @throws RangeError if cutting would change the records: a list that is summed over the whole range has other sums in each
 *   window.
 */
function rulesFor(scheme: WindowScheme, valueFor: (param: string) => unknown): WindowRules {
  const spans = Object.entries(scheme.spans ?? {});
  const applying = spans.flatMap(([param, byValue]): WindowSpan[] => {
    const value = String(valueFor(param));
    return Object.hasOwn(byValue, value) ? [byValue[value] ?? {}] : [];
  });
  const rules = [scheme, ...applying];
  const steps = rules.flatMap(({ step }) => step ?? []);

  // A step that depends on a parameter is the length of the records. If no value gives a step, a record covers the range.
  const withStep = spans.filter(([, byValue]) =>
    Object.values(byValue).some(({ step }) => step !== undefined),
  );
  if ((spans.length > 0 && applying.length === 0) || (withStep.length > 0 && steps.length === 0)) {
    throw new RangeError(cannotCut(withStep.length > 0 ? withStep : spans, valueFor));
  }
  return {
    step: steps.reduce<UtcUnit>(longer, scheme.format === "date" ? "day" : "second"),
    max: rules.flatMap(({ max }) => max ?? []),
  };
}

const longer = (a: UtcUnit, b: UtcUnit): UtcUnit => (UNITS.indexOf(a) > UNITS.indexOf(b) ? a : b);

function cannotCut(
  spans: [string, Readonly<Record<string, WindowSpan>>][],
  valueFor: (param: string) => unknown,
): string {
  const given = spans.map(([param]) => `${param} ${valueFor(param) ?? "left out"}`).join(" and ");
  const accepted = spans.map(([param, byValue]) => `${param} to ${Object.keys(byValue).join(" or ")}`);
  return `with ${given}, a record covers the whole range, and windows would change it; set ${accepted.join(", or ")}`;
}

/** A range of time in milliseconds since 1970; `to` is excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** @throws TypeError or RangeError if a bound is not a date, not aligned, not in order, or older than the provider's data. */
function parseRange(
  scheme: WindowScheme,
  range: WindowRange,
  { step }: WindowRules,
  now: number | undefined,
): Span {
  const { by } = range;
  const units = "template" in scheme ? UNITS.filter(isPeriod) : UNITS.slice(1);
  const accepted = units.filter((unit) => UNITS.indexOf(unit) >= UNITS.indexOf(step));
  if (by !== undefined && !accepted.includes(by)) {
    throw new RangeError(`window.by must be one of ${accepted.join(", ")}; received ${JSON.stringify(by)}`);
  }
  // A part of a period cannot be written, so there the bounds must be aligned to `by`.
  const unit = "template" in scheme && by !== undefined ? by : step;
  const from = parseAligned("from", range.from, unit);
  const to = parseAligned("to", range.to, unit);
  if (to <= from) {
    throw new RangeError(`window.to must be after ${write(from, unit)}; received ${write(to, unit)}`);
  }
  if (scheme.history === undefined || now === undefined) return { from, to };

  const oldest = addDuration(now, scheme.history, -1);
  if (from >= oldest) return { from, to };
  const border = startOf(unit, oldest);
  const earliest = write(border === oldest ? border : startOfNext(unit, oldest), unit);
  throw new RangeError(
    `window.from must be ${earliest} or later, as the provider keeps data for ${scheme.history}; received ${write(from, unit)}`,
  );
}

function parseAligned(name: "from" | "to", value: Date | string, unit: UtcUnit): number {
  const instant = parseInstant(name, value);
  const before = startOf(unit, instant);
  if (before === instant) return instant;
  const given = isDate(value) ? value.toISOString() : value;
  const nearest = `${write(before, unit)} and ${write(startOfNext(unit, instant), unit)}`;
  throw new RangeError(
    `window.${name} must be the start of a UTC ${unit}; received ${given}, the nearest are ${nearest}`,
  );
}

const write = (instant: number, unit: UtcUnit): string =>
  unit === "hour" || unit === "second" ? isoInstant(instant) : isoDay(instant);

const longestEnd = (from: number, { to }: Span, max: readonly IsoDuration[]): number =>
  Math.min(to, ...max.map((duration) => addDuration(from, duration)));

/**
 * Cuts an aligned range into spans without a gap, each aligned and as long as allowed, or one unit long.
 *
 * @throws RangeError if spans of that unit would not be aligned, or would be too long.
 */
function cutIntoSpans(range: Span, by: WindowUnit | undefined, { step, max }: WindowRules): Span[] {
  const spans: Span[] = [];
  for (let from = range.from; from < range.to; ) {
    const longest = longestEnd(from, range, max);
    const whole = longest === range.to ? longest : startOf(step, longest);
    const to = by === undefined ? whole : Math.min(range.to, startOfNext(by, from));
    if (to > longest) throw tooLong(by, max);
    if (to <= from || startOf(step, to) !== to) {
      throw new RangeError(
        `windows of one ${by ?? max.join(" and ")} must end at the start of a UTC ${step}; one ends at ${isoInstant(to)}`,
      );
    }
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

/** Periods that have a name, longest first: `2024`, `2024-01`, `2024-01-31`. */
const PERIODS = [
  { unit: "year", length: 4 },
  { unit: "month", length: 7 },
  { unit: "day", length: 10 },
] as const;

const isPeriod = (unit: UtcUnit): boolean => PERIODS.some((period) => period.unit === unit);

/**
 * Cuts an aligned range into named periods: the longest ones that fit, or all of one unit.
 *
 * @throws RangeError if that unit is longer than allowed.
 */
function cutIntoPeriods(range: Span, by: WindowUnit | undefined, { step, max }: WindowRules): string[] {
  const usable = PERIODS.filter(
    ({ unit }) => UNITS.indexOf(unit) >= UNITS.indexOf(step) && (by === undefined || by === unit),
  );
  const periods: string[] = [];
  for (let from = range.from; from < range.to; ) {
    const longest = longestEnd(from, range, max);
    const period = usable.find(
      ({ unit }) => startOf(unit, from) === from && startOfNext(unit, from) <= longest,
    );
    if (period === undefined) throw tooLong(by, max);
    periods.push(isoDay(from).slice(0, period.length));
    from = startOfNext(period.unit, from);
  }
  return periods;
}

const tooLong = (by: WindowUnit | undefined, max: readonly IsoDuration[]) =>
  new RangeError(`window.by is "${by}", but the longest window allowed is ${max.join(" and ")}`);
