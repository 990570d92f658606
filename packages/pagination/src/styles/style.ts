import type { Rule } from "../check.ts";
import type { WalkFailure } from "../errors.ts";
import type { OnRepeat } from "../options.ts";
import type { PageContent, ResponseReader } from "../response.ts";
import type { BaseScheme } from "../scheme.ts";

/**
 * A way of paging, as a value: a bundle holds only the styles that it imports. `createPager` knows all of them,
 * `createPagerOf` takes one.
 */
export interface PagingStyle<Scheme extends BaseScheme = BaseScheme, Predictable extends boolean = boolean> {
  /** The `style` of the schemes that it takes. */
  readonly name: Scheme["style"];
  /** Whether the queries of later pages are known before the pages ahead of them have arrived. */
  readonly predictable: Predictable;
  /** The fields that its schemes must have beyond those of all styles, and what they accept. */
  readonly requires: Readonly<Record<string, Rule>>;
  /**
   * Makes the paginator of a list, or of one window of it.
   *
   * @param base the query of the first page, with the page size in it
   * @param pageSize records per page, if the walk requests a size
   * @throws TypeError if an expression of the scheme is malformed; RangeError if the query starts a numbered list at a value
   *   that is not a number.
   */
  paginate(scheme: Scheme, base: string, reader: ResponseReader, pageSize: number | undefined): Paginator;
}

/** Moves from page to page. A page is named by its position, a short text; `""` is the first page. */
export interface Paginator {
  /** The query that requests the page at this position. */
  query(position: string): string;
  /**
   * Finds out what follows the page at this position.
   *
   * @param read requests a page outside the walk, if one is needed to find out
   * @throws WalkFailure if that page cannot be read.
   */
  next(
    position: string,
    page: PageContent,
    onRepeat: OnRepeat,
    read: (query: string) => Promise<PageContent>,
  ): NextStep | Promise<NextStep>;
  /**
   * The queries of the pages after this position, if each page holds this many records. Only for styles that are
   * predictable. A wrong prediction costs a request and nothing else: `next` decides which page is read.
   */
  predict?(position: string, records: number, pages: number): string[];
}

/** What follows a page. The list ends if there is neither a position nor a failure. */
export interface NextStep {
  /** The next page. */
  readonly position?: string;
  /** Why the walk cannot continue although the list may. A walk that resumes here requests the page again. */
  readonly failure?: WalkFailure;
  /** Whether the records of the page repeat earlier ones, and are dropped. */
  readonly discard?: boolean;
  /** The number of pages after this one, as far as the response says. */
  readonly pagesLeft?: number | undefined;
}

/** For `requires`: a query parameter. */
export const PARAMETER: Rule = ["string", "the name of a query parameter"];

/** For `requires`: a runtime expression. */
export const EXPRESSION: Rule = ["string", "an expression such as $response.body#/next"];
