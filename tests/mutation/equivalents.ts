import type { Mutant } from "./mutants.ts";

/** A mutant that no test can notice, or need not. */
export interface Equivalent {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/**
 * The mutants that are not listed as equivalent.
 *
 * @throws Error if an entry gives no reason, or matches no mutant (the source has changed since).
 */
export function withoutEquivalents(mutants: readonly Mutant[], equivalents: readonly Equivalent[]): Mutant[] {
  const problems = equivalents.flatMap((entry) => {
    const where = `${entry.file}: ${entry.before} -> ${entry.after}`;
    if (entry.reason.trim() === "") return [`${where}: give a reason`];
    if (!mutants.some((mutant) => isSame(mutant, entry))) {
      return [`${where}: no mutant is like this; correct or remove the entry`];
    }
    return [];
  });
  if (problems.length > 0) {
    throw new Error(`tests/mutation/equivalents.json has invalid entries:\n${problems.join("\n")}`);
  }
  return mutants.filter((mutant) => !equivalents.some((entry) => isSame(mutant, entry)));
}

const isSame = (mutant: Mutant, { file, before, after }: Equivalent) =>
  mutant.file === file && mutant.before === before && mutant.after === after;
