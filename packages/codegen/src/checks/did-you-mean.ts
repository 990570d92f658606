/** The listed word that was probably meant, as the end of a message: `; did you mean "sim"?`, or nothing. */
export function didYouMean(found: string, known: readonly string[]): string {
  // Of one or two letters nothing would be left that is alike.
  const meant = closest(found, known, (length) => (length < 3 ? 0 : Math.max(1, Math.floor(length / 3))));
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}

/**
 * The listed word that is nearest to another, if one is near.
 *
 * @param tolerance how many letters may differ between words of a length.
 */
export function closest(
  found: string,
  known: readonly string[],
  tolerance: (length: number) => number,
): string | undefined {
  const tolerated = (word: string) => tolerance(Math.max(word.length, found.length));
  return known
    .filter((word) => Math.abs(word.length - found.length) <= tolerated(word))
    .map((word) => ({ word, distance: editDistance(found.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= tolerated(word))
    .sort((a, b) => a.distance - b.distance)[0]?.word;
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

/** Words as a message lists them: `"a", "b"`; long lists are cut. */
export function list(words: readonly unknown[], most = 12): string {
  const shown = words.slice(0, most).map((word) => JSON.stringify(word));
  return words.length > most ? `${shown.join(", ")} and ${words.length - most} more` : shown.join(", ");
}
