import type { Readers } from "../answer/readers.ts";
import { check } from "../options/check.ts";
import type { PaginationScheme } from "../scheme.ts";
import type { Style } from "./style.ts";

/** A way of paging, as a value: a pager knows those that it is given, and a bundle holds no others. */
export interface PagingStyle<Scheme extends PaginationScheme = PaginationScheme> {
  readonly name: StyleName;
  /** Whether the pages to come can be told before those ahead of them have arrived. */
  readonly foreseeable: boolean;
  /**
   * The style over one base query.
   *
   * @throws RangeError when the query starts a numbered list at no number.
   */
  over(scheme: Scheme, base: string, readers: Readers, size: number | undefined): Style;
}

export type StyleName = PaginationScheme["style"] | "next-link-header";

/**
 * The style that a scheme takes: as it says, but that links in a `Link` header have one of their own.
 *
 * @throws TypeError when the scheme is none.
 */
export function styleName(scheme: PaginationScheme): StyleName {
  check("scheme", scheme, typeof scheme === "object" && scheme !== null, "an x-pagination object");
  const inHeader = scheme.style === "next-link" && /^\$response\.header\.link$/i.test(scheme.next);
  return inHeader ? "next-link-header" : scheme.style;
}
