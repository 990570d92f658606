import { oneOf } from "../check.ts";
import type { ResponseExpression } from "../scheme.ts";
import { type NumberedScheme, numbered, startNumber } from "./numbered.ts";
import { PARAMETER, type PagingStyle } from "./style.ts";

/** Each request names the number of a page. */
export interface PageNumberScheme extends NumberedScheme {
  readonly style: "page-number";
  /** The number of the first page. */
  readonly first: 0 | 1;
  /** Where a response gives the number of pages in the whole list. */
  readonly totalPages?: ResponseExpression;
}

/** The paging style `page-number`. */
export const pageNumber: PagingStyle<PageNumberScheme, true> = {
  name: "page-number",
  predictable: true,
  requires: { param: PARAMETER, first: /* @__PURE__ */ oneOf([0, 1], "0 or 1") },
  paginate(scheme, base, reader, pageSize) {
    const start = startNumber(base, scheme.param) ?? scheme.first;
    return numbered(scheme, base, reader, pageSize, {
      start,
      // A walk that starts in the middle does not know how many records are before it.
      read: start === scheme.first ? 0 : undefined,
      advance: (number) => number + 1,
      pages: (number) => number - scheme.first + 1,
      totalPages: scheme.totalPages,
    });
  },
};
