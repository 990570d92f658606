/**
 * Returns the candidate that a misspelt word was probably meant to be, `undefined` if none is close.
 * Letter case is ignored.
 *
 * @param tolerance how many letters may differ between words whose longer one has this length. Defaults to a third of the
 *   letters, or to any other ending; and to none in words of one or two letters, which are too short to compare.
 */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  tolerance: (length: number) => number = defaultTolerance,
): string | undefined {
  const tolerated = (candidate: string) => tolerance(Math.max(candidate.length, word.length));
  const isStem = (candidate: string) => tolerance === defaultTolerance && shareStem(word, candidate);
  return candidates
    .filter((candidate) => {
      const difference = Math.abs(candidate.length - word.length);
      return difference <= tolerated(candidate) || isStem(candidate);
    })
    .map((candidate) => ({
      candidate,
      distance: editDistance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, distance }) => distance <= tolerated(candidate) || isStem(candidate))
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

const defaultTolerance = (length: number): number => (length < 3 ? 0 : Math.max(1, Math.floor(length / 3)));

/** Whether two words begin alike up to the last letter of the shorter one, as `retry` and `retries` do. */
function shareStem(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length) - 1;
  return length > 3 && a.slice(0, length).toLowerCase() === b.slice(0, length).toLowerCase();
}

/** Counts insertions, deletions, substitutions and swaps of neighbors between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(substitution, at(i - 1, j) + 1, at(i, j - 1) + 1, swap));
    }
  }
  return at(a.length, b.length);
}
