import { invalid } from "../check.ts";
import { type NextLinkScheme, nextLink } from "./next-link.ts";
import { type NextTokenScheme, nextToken } from "./next-token.ts";
import { type OffsetScheme, offset } from "./offset.ts";
import { type PageNumberScheme, pageNumber } from "./page-number.ts";
import type { PagingStyle } from "./style.ts";

/** All paging styles. A new style is a file beside this one and an entry here. */
export const styles = [nextLink, nextToken, offset, pageNumber] as const;

/** How a list is paged: the `x-pagination` object of an operation whose style is not `none`. */
export type PaginationScheme = NextLinkScheme | NextTokenScheme | PredictableScheme;

/** The schemes of lists whose later pages can be predicted. */
export type PredictableScheme = OffsetScheme | PageNumberScheme;

/**
 * Returns the style of a scheme. A scheme may come from JSON, which the compiler has not checked.
 *
 * @throws TypeError if it has no known style.
 */
export function findStyle(scheme: { readonly style: string }): PagingStyle {
  const style = styles.find(({ name }) => name === scheme?.style);
  if (style) return style;
  throw invalid("scheme.style", scheme?.style, `one of ${styles.map(({ name }) => name).join(", ")}`);
}
