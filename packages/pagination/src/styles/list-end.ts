import type { ListEnd, OffsetScheme, PageNumberScheme } from "../scheme.ts";

/** What is known, once a page has arrived, about where a numbered list ends. */
export interface EndEvidence {
  /** Records on this page. */
  readonly received: number;
  /** Records asked for per page. */
  readonly size: number | undefined;
  /** Records up to and with this page; `undefined` when the walk began in the middle. */
  readonly read: number | undefined;
  /** Pages up to and with this page. */
  readonly pages: number | undefined;
  readonly hasMore: boolean | undefined;
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
}

/** The rule that ends the list: the scheme's own, else the surest that it describes. */
export function listEnd(scheme: OffsetScheme | PageNumberScheme): ListEnd {
  if (scheme.end !== undefined) return scheme.end;
  if (scheme.hasMore !== undefined) return "next";
  return scheme.total !== undefined || "totalPages" in scheme ? "total" : "empty";
}

/** Whether this page is the last; `undefined` when only the page after it can tell, as an answer leaves a total out. */
export function isLastPage(end: ListEnd, page: EndEvidence): boolean | undefined {
  if (page.hasMore === false) return true;
  if (end === "next" && page.hasMore === true) return false;
  if (page.received === 0) return true;
  if (end === "short" && page.size !== undefined && page.received < page.size) return true;
  if (end !== "total") return undefined;
  if (page.pages !== undefined && page.totalPages !== undefined) return page.pages >= page.totalPages;
  if (page.read !== undefined && page.total !== undefined) return page.read >= page.total;
  return undefined;
}

/** How many pages are to come if they are as long as this one; `undefined` when nothing tells. */
export function pagesLeft({ received, read, pages, total, totalPages }: EndEvidence): number | undefined {
  if (pages !== undefined && totalPages !== undefined) return totalPages - pages;
  if (read !== undefined && total !== undefined && received > 0) return Math.ceil((total - read) / received);
  return undefined;
}
