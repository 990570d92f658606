import { decodedPairs } from "./raw-query.ts";

/** The same text for queries that mean the same: decoded, sorted by name, in their order within a name. */
export function canonicalQuery(query: string): string {
  // The sort is stable, which is what keeps repeated parameters in order.
  const pairs = decodedPairs(query).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(pairs);
}
