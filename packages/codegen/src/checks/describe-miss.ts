import type { Landing } from "../schema/at-pointer.ts";
import { didYouMean, list } from "./did-you-mean.ts";

/** Says at which step a pointer leaves what the response's schema describes. */
export function describeMiss(
  pointer: string,
  { missing, known }: Extract<Landing, { missing: string }>,
): string {
  const there = known.length === 0 ? "no properties are described there" : `there are ${list(known)}`;
  return `"${pointer}" leads nowhere in the response: no "${missing}" (${there})${didYouMean(missing, known)}`;
}
