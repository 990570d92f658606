/**
 * An OpenAPI runtime expression that reads a value from a response:
 * `$response.body#/json/pointer` or `$response.header.Name`.
 */
export type ResponseExpression = string;

/** How an operation's page size is asked for. Units: records per page. */
export interface PageSizeScheme {
  /** The query parameter that carries the page size. */
  readonly param: string;
  /** What the pager asks for when the caller names no size; absent: the parameter is left to the provider. */
  readonly default?: number;
  /** The largest size that the provider accepts. */
  readonly maximum?: number;
}

interface SchemeBase {
  /** JSON Pointer to the array of records in the body; `""` when the body itself is the array. */
  readonly items: string;
  readonly pageSize?: PageSizeScheme;
  /** Where the body or a header says whether another page exists. */
  readonly hasMore?: ResponseExpression;
  /** Where the body or a header gives the number of records in the whole list. */
  readonly total?: ResponseExpression;
  /** Query parameters that belong to the first request only. */
  readonly firstPageOnly?: readonly string[];
}

/** The response names the next page by a link: an absolute URL, a relative URI, or a `Link` header. */
export interface NextLinkScheme extends SchemeBase {
  readonly style: "next-link";
  readonly next: ResponseExpression;
}

/** The response carries a token that the next request repeats in a query parameter. */
export interface NextTokenScheme extends SchemeBase {
  readonly style: "next-token";
  readonly next: ResponseExpression;
  readonly param: string;
}

/**
 * What ends an offset or page-number list: `total`, a known total has been read; `short`, a page smaller than
 * asked for (only where the provider promises full pages); `empty`, a page without records; `next`, `hasMore`.
 */
export type ListEnd = "next" | "total" | "short" | "empty";

/** The request counts records to skip. */
export interface OffsetScheme extends SchemeBase {
  readonly style: "offset";
  readonly param: string;
  readonly end?: ListEnd;
}

/** The request counts pages. */
export interface PageNumberScheme extends SchemeBase {
  readonly style: "page-number";
  readonly param: string;
  /** The number of the first page. */
  readonly first: 0 | 1;
  /** Where the body or a header gives the number of pages. */
  readonly totalPages?: ResponseExpression;
  readonly end?: ListEnd;
}

/** How a list is paged: the `x-pagination` object of an operation, except style `none`. */
export type PaginationScheme = NextLinkScheme | NextTokenScheme | OffsetScheme | PageNumberScheme;
