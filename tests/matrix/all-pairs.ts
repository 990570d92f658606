/** Settings, and the values that each can have. */
type Settings = Readonly<Record<string, readonly unknown[]>>;

type Row<S extends Settings> = { readonly [Name in keyof S]: S[Name][number] };

/**
 * Returns rows in which every value of a setting meets every value of each other setting. Most mistakes that depend on
 * settings depend on at most two of them, and these are far fewer rows than the whole product. Always returns the same rows.
 *
 * @param settings the values of at least two settings; values of one setting must differ
 */
export function allPairs<S extends Settings>(settings: S): Row<S>[] {
  const names = Object.keys(settings);
  const candidates = product(settings);
  const missing = new Set(candidates.flatMap((row) => pairsOf(row, names)));
  const rows: Row<S>[] = [];
  while (missing.size > 0) {
    const gain = (row: Row<S>) => pairsOf(row, names).filter((pair) => missing.has(pair)).length;
    const best = candidates.reduce((first, next) => (gain(next) > gain(first) ? next : first));
    for (const pair of pairsOf(best, names)) missing.delete(pair);
    rows.push(best);
  }
  return rows;
}

function product<S extends Settings>(settings: S): Row<S>[] {
  let rows: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(settings)) {
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  }
  return rows as Row<S>[]; // each setting was added, with one of its values
}

/** The pairs of values in a row, as text. */
function pairsOf(row: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  return names.flatMap((first, index) =>
    names.slice(index + 1).map((second) => JSON.stringify([first, row[first], second, row[second]])),
  );
}
