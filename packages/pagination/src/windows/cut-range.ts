import { addDuration } from "./add-duration.ts";
import { isoInstant } from "./iso-instant.ts";
import type { SpanRules } from "./span-rules.ts";
import { nextBorder, startOf } from "./utc-unit.ts";
import type { WindowUnit } from "./window-scheme.ts";

/** A stretch of time, its end excluded, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a range, whose bounds are aligned, into stretches that join without a gap, each aligned and none too long.
 *
 * @throws RangeError when stretches of that unit would be unaligned or too long.
 */
export function cutRange(range: Stretch, by: WindowUnit | undefined, { step, max }: SpanRules): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = range.from; from < range.to; ) {
    const longest = Math.min(range.to, ...max.map((duration) => addDuration(from, duration)));
    const whole = longest === range.to ? longest : startOf(step, longest);
    const to = by === undefined ? whole : Math.min(range.to, nextBorder(by, from));
    if (to > longest) {
      throw new RangeError(`window.by is "${by}"; the longest window allowed is ${max.join(" and ")}`);
    }
    if (to <= from || startOf(step, to) !== to) {
      throw new RangeError(
        `windows by ${by ?? max.join(" and ")} do not end on a UTC ${step}, as at ${isoInstant(to)}`,
      );
    }
    stretches.push({ from, to });
    from = to;
  }
  return stretches;
}
