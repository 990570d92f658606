import { show } from "../options/show.ts";
import type { PaginationScheme } from "../scheme.ts";
import { type PagingStyle, styleName } from "./paging-style.ts";

/**
 * The one of the styles that a scheme takes. Schemes also come from JSON, where the compiler has not looked.
 *
 * @throws TypeError when there is none.
 */
export function findStyle(styles: readonly PagingStyle[], scheme: PaginationScheme): PagingStyle {
  const wanted = styleName(scheme);
  const style = styles.find(({ name }) => name === wanted);
  if (style !== undefined) return style;
  // Links in a header are a style of their own here, and not in a scheme.
  const names = styles.map(({ name }) => name).filter((name) => name !== "next-link-header");
  throw new TypeError(`pagination style ${show(wanted)} is unknown; accepted are ${names.join(", ")}`);
}
