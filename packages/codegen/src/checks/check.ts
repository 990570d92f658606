import type { Operation } from "../document/operations.ts";
import { pointerOf, type Spec, type SpecNode } from "../document/spec.ts";
import type { Problem } from "../problem.ts";

/** A rule about a whole spec. Returns everything that breaks it. */
export type Check = (spec: Spec, operations: readonly Operation[]) => Problem[];

/** A rule about single nodes, with the role that `walk` gives them. */
export type NodeCheck = (node: SpecNode, role: string, spec: Spec) => Problem[];

export function problemAt(node: SpecNode, message: string, severity: Problem["severity"] = "error"): Problem {
  const { file } = node;
  return { pointer: pointerOf(node), message, severity, ...(file === "" ? {} : { file }) };
}

/** The end of a message about an unknown word: `; did you mean "sim"?`, or nothing if no known word is similar. */
export function suggestion(word: string, known: readonly string[]): string {
  const similar = didYouMean(word, known);
  return similar === undefined ? "" : `; did you mean "${similar}"?`;
}

/** Words in a message: `"a", "b"`; a long list is cut. */
export function quoted(words: readonly unknown[], most = 12): string {
  const shown = words.slice(0, most).map((word) => JSON.stringify(word));
  return words.length > most ? `${shown.join(", ")} and ${words.length - most} more` : shown.join(", ");
}

/** The candidate that was probably meant; one edit in three letters is tolerated. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const tolerance = (candidate: string) => {
    const length = Math.max(word.length, candidate.length);
    // Words of one or two letters are too short to compare.
    return length < 3 ? 0 : Math.max(1, Math.floor(length / 3));
  };
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= tolerance(candidate))
    .map((candidate) => ({ candidate, edits: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= tolerance(candidate))
    .sort((a, b) => a.edits - b.edits)[0]?.candidate;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(substitution, at(i - 1, j) + 1, at(i, j - 1) + 1, isSwap ? at(i - 2, j - 2) + 1 : Infinity),
      );
    }
  }
  return at(a.length, b.length);
}
