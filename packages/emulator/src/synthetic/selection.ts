import type { Listing } from "../list/listing.ts";

/**
 * The indices below `size` whose remainder by `period` is one of `remainders` (ascending): a filtered fleet,
 * counted and indexed without visiting its members.
 */
export function selectByRemainder(
  size: number,
  period: number,
  remainders: readonly number[],
): Listing<number> {
  const whole = Math.floor(size / period);
  const rest = size % period;
  const inRest = remainders.filter((remainder) => remainder < rest).length;
  return {
    count: whole * remainders.length + inRest,
    at: (position) => {
      const block = Math.floor(position / remainders.length);
      return block * period + (remainders[position % remainders.length] ?? 0);
    },
  };
}
