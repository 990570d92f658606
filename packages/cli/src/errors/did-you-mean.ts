/** `, did you mean "daily"?` when one of the known words is close to the given one, else `.`: the end of a sentence. */
export function didYouMean(given: string, known: readonly string[]): string {
  const ranked = known
    .map((word) => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const tolerance = Math.max(1, Math.floor(given.length / 3));
  return best !== undefined && best.distance <= tolerance ? `, did you mean "${best.word}"?` : ".";
}

/** Insertions, deletions and substitutions that turn one word into the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
