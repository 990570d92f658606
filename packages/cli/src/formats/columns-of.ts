import type { Row } from "./flatten.ts";

/**
 * The columns of a list: its documented fields, then whatever else its first page has. An object that was null in one
 * record and spread over columns in another has those columns alone.
 */
export function columnsOf(fields: readonly string[], firstPage: readonly Row[]): string[] {
  const names = [...new Set([...fields, ...firstPage.flatMap((row) => [...row.keys()])])];
  const spread = new Set(names.flatMap(parents));
  return names.filter((name) => !spread.has(name));
}

/** `a` and `a.b` of `a.b.c`. */
const parents = (name: string): string[] =>
  [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index));
