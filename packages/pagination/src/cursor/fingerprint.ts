import { canonicalQuery } from "../query/canonical-query.ts";
import { removeParams } from "../query/raw-query.ts";
import type { PaginationScheme } from "../scheme.ts";
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
  scheme: PaginationScheme,
  parts: { operation: string; binding: string; query: string; windows?: readonly string[] | undefined },
): Fingerprint {
  const paging = [scheme.pageSize?.param, "param" in scheme ? scheme.param : undefined];
  const filters = (query: string) => canonicalQuery(removeParams(query, paging));
  const { operation, binding, query, windows = [] } = parts;
  return [operation, binding, filters(query), windows.map(filters).join("\n")].map(hash);
}
