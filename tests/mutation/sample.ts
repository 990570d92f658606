import { createHash } from "node:crypto";
import type { Mutant } from "./mutants.ts";

/**
 * The mutants in an order that follows from the seed and each mutant alone: a change elsewhere in the sources leaves the
 * order of the others as it is.
 */
export function inRandomOrder(mutants: readonly Mutant[], seed: number): Mutant[] {
  const seen = new Map<string, number>();
  return mutants
    .map((mutant) => {
      const change = JSON.stringify([mutant.file, mutant.before, mutant.after]);
      const occurrence = seen.get(change) ?? 0;
      seen.set(change, occurrence + 1);
      return { mutant, rank: createHash("sha256").update(`${seed} ${occurrence} ${change}`).digest("hex") };
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ mutant }) => mutant);
}
