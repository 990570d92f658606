import type { PagerSource } from "../pager-source.ts";
import { canonicalQuery } from "../query/canonical-query.ts";
import { removeParams } from "../query/raw-query.ts";
import { hash } from "./hash.ts";

/** What a cursor is bound to, as short digests, in the order in which a mismatch is reported. */
export type Fingerprint = readonly string[];

export const FINGERPRINT_PARTS = [
  "another operation",
  "other path parameters",
  "other filters",
  "another window range",
];

/** Page size and position are no filters: a resumed walk keeps its own. */
export function fingerprint(
  { scheme, operation = "", binding = "", windows = [] }: PagerSource<unknown>,
  query: string,
): Fingerprint {
  const paging = [scheme.pageSize?.param, "param" in scheme ? scheme.param : undefined];
  const filters = (list: string) => canonicalQuery(removeParams(list, paging));
  return [operation, binding, filters(query), windows.map(filters).join("\n")].map(hash);
}
