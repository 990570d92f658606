import { addDuration } from "./add-duration.ts";
import { isNamed } from "./cut-periods.ts";
import type { Stretch } from "./cut-range.ts";
import { isoDay, isoInstant } from "./iso-instant.ts";
import { parseInstant } from "./parse-instant.ts";
import type { SpanRules } from "./span-rules.ts";
import { nextBorder, startOf, UNITS, type UtcUnit } from "./utc-unit.ts";
import type { WindowRange, WindowScheme } from "./window-scheme.ts";

/**
 * The range in milliseconds, once its bounds are known to be aligned, in order and within the provider's history.
 *
 * @throws TypeError or RangeError that names the bound, its value and the nearest accepted ones.
 */
export function checkRange(
  range: WindowRange,
  scheme: WindowScheme,
  { step }: SpanRules,
  now: number,
): Stretch {
  const { by } = range;
  const units = "template" in scheme ? UNITS.filter(isNamed) : UNITS.slice(1);
  const accepted = units.filter((unit) => UNITS.indexOf(unit) >= UNITS.indexOf(step));
  if (by !== undefined && !accepted.includes(by)) {
    throw new RangeError(`window.by is ${JSON.stringify(by)}; accepted are ${accepted.join(", ")}`);
  }
  // A part of a named period has no name, so there `by` is what bounds are aligned to.
  const unit = "template" in scheme && by !== undefined ? by : step;
  const from = aligned("from", range.from, unit);
  const to = aligned("to", range.to, unit);
  if (to <= from) {
    throw new RangeError(`window.to is ${write(to, unit)}; accepted is a time after ${write(from, unit)}`);
  }
  if (scheme.history === undefined) return { from, to };

  const oldest = addDuration(now, scheme.history, -1);
  if (from >= oldest) return { from, to };
  const border = startOf(unit, oldest);
  const earliest = border === oldest ? border : nextBorder(unit, oldest);
  throw new RangeError(
    `window.from is ${write(from, unit)}; the provider keeps ${scheme.history}, so the earliest is ${write(earliest, unit)}`,
  );
}

function aligned(name: "from" | "to", value: Date | string, unit: UtcUnit): number {
  const instant = parseInstant(name, value);
  const before = startOf(unit, instant);
  if (before === instant) return instant;
  const nearest = `${write(before, unit)} and ${write(nextBorder(unit, instant), unit)}`;
  const given = value instanceof Date ? value.toISOString() : value;
  throw new RangeError(
    `window.${name} is ${given}, which is not on a UTC ${unit}; the nearest are ${nearest}`,
  );
}

const write = (instant: number, unit: UtcUnit): string =>
  unit === "hour" || unit === "second" ? isoInstant(instant) : isoDay(instant);
