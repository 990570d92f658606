import type { Readers } from "../answer/readers.ts";
import type { PaginationScheme } from "../scheme.ts";
import { nextLink } from "./next-link.ts";
import { nextToken } from "./next-token.ts";
import { offset } from "./offset.ts";
import { pageNumber } from "./page-number.ts";
import type { Style } from "./style.ts";

/**
 * The style that a scheme names, over one base query.
 *
 * @throws TypeError when the style is unknown; RangeError when the query starts a numbered list at no number.
 */
export function createStyle(
  scheme: PaginationScheme,
  base: string,
  readers: Readers,
  size: number | undefined,
): Style {
  switch (scheme.style) {
    case "next-link":
      return nextLink(scheme, base, readers);
    case "next-token":
      return nextToken(scheme, base, readers);
    case "offset":
      return offset(scheme, base, readers, size);
    case "page-number":
      return pageNumber(scheme, base, readers, size);
    default:
      // Schemes also come from JSON, where the compiler has not looked.
      throw new TypeError(
        `pagination style ${JSON.stringify((scheme satisfies never as PaginationScheme).style)} is unknown; ` +
          "accepted are next-link, next-token, offset and page-number",
      );
  }
}
