import { checkRange } from "./check-range.ts";
import { cutPeriods } from "./cut-periods.ts";
import { cutRange, type Stretch } from "./cut-range.ts";
import { isoDay, isoInstant } from "./iso-instant.ts";
import { spanRules } from "./span-rules.ts";
import type { RangeWindowScheme, TemplateWindowScheme, WindowRange, WindowScheme } from "./window-scheme.ts";

/** Parameters of an operation, by name. */
export type QueryParams = Readonly<Record<string, unknown>>;

export interface CutOptions {
  /** The caller's own parameters; they go out with every window. Default: none. */
  readonly query?: QueryParams | undefined;
  /** The provider's defaults of parameters that are left out. Default: none. */
  readonly defaults?: QueryParams | undefined;
  /** Now, from which the provider's history is counted back. Default: the clock. */
  readonly now?: Date | undefined;
}

/**
 * Cuts a list by time: the query parameters of each window, as plain data, in the order in which the windows are walked.
 * Their union is exactly the range.
 *
 * @throws TypeError or RangeError when a bound is unaligned (the nearest aligned ones are named), older than the
 * provider's data, or given twice; when `by` is too long or too short; when cutting would change the records.
 */
export function cutWindows(
  scheme: WindowScheme,
  range: WindowRange,
  options: CutOptions = {},
): QueryParams[] {
  const { query = {}, defaults = {}, now = new Date() } = options;
  const rules = spanRules(scheme, (param) => query[param] ?? defaults[param]);
  const by = range.by;
  const stretch = checkRange(range, scheme, rules, now.getTime());
  const windows =
    "template" in scheme
      ? cutTemplate(scheme, query, cutPeriods(stretch, by, rules))
      : cutBounds(scheme, query, cutRange(stretch, by, rules));
  return scheme.order === "descending" ? windows.reverse() : windows;
}

function cutBounds(
  scheme: RangeWindowScheme,
  query: QueryParams,
  stretches: readonly Stretch[],
): QueryParams[] {
  for (const param of [scheme.start, scheme.end]) {
    if (query[param] !== undefined)
      throw new TypeError(`${param} and window both give the time; accepted is one of them`);
  }
  const write = scheme.format === "date" ? isoDay : isoInstant;
  const included = scheme.format === "date" ? 86_400_000 : 1000;
  return stretches.map(({ from, to }) => ({
    ...query,
    [scheme.start]: write(from),
    [scheme.end]: write(scheme.bounds === "[]" ? to - included : to),
  }));
}

function cutTemplate(
  { param, template }: TemplateWindowScheme,
  query: QueryParams,
  periods: readonly string[],
): QueryParams[] {
  const given = [query[param] ?? []].flat();
  const [prefix = ""] = template.split("{date}");
  const clash = given.find((value) => String(value).startsWith(prefix));
  if (clash !== undefined)
    throw new TypeError(
      `${param} ${JSON.stringify(clash)} and window both give the time; accepted is one of them`,
    );
  return periods.map((period) => {
    const value = template.replace("{date}", period);
    return { ...query, [param]: given.length === 0 ? value : [...given, value] };
  });
}
