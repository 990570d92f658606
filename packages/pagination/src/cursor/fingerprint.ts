import { canonicalQuery } from "../query/canonical-query.ts";
import { removeParams } from "../query/raw-query.ts";
import type { PaginationScheme } from "../scheme.ts";
import { hash } from "./hash.ts";

/** What a cursor is bound to, as short digests, in the order in which a mismatch is reported. */
export type Fingerprint = readonly [operation: string, binding: string, filters: string, windows: string];

export const FINGERPRINT_PARTS = [
  "another operation",
  "other path parameters",
  "other filters",
  "another window range",
];

/** Page size and position are no filters: a resumed walk keeps its own. */
export function fingerprint(
  scheme: PaginationScheme,
  parts: { operation: string; binding: string; query: string; windows: readonly string[] | undefined },
): Fingerprint {
  const paging = [scheme.pageSize?.param, "param" in scheme ? scheme.param : undefined];
  const names = paging.filter((name) => name !== undefined);
  const filters = (query: string) => canonicalQuery(removeParams(query, names));
  return [
    hash(parts.operation),
    hash(parts.binding),
    hash(filters(parts.query)),
    hash(parts.windows?.map(filters).join("\n") ?? ""),
  ];
}
