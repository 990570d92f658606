/**
 * An OpenAPI runtime expression that reads a value from a response: `$response.body#/json/pointer` or
 * `$response.header.Name`.
 */
export type ResponseExpression = string;

/** How the page size is requested, in records per page. */
export interface PageSizeScheme {
  /** The query parameter that holds the page size. */
  readonly param: string;
  /** The page size to request if the caller names none. Defaults to leaving the parameter out. */
  readonly default?: number;
  /** The largest page size that the provider accepts. */
  readonly maximum?: number;
}

/** What the schemes of all paging styles have in common; each style adds its own fields in `styles/`. */
export interface BaseScheme {
  /** The paging style. */
  readonly style: string;
  /** JSON Pointer to the array of records in the body; `""` if the body is the array. */
  readonly items: string;
  /** How the page size is requested. Defaults to not at all. */
  readonly pageSize?: PageSizeScheme;
  /** Where a response says whether there is another page. */
  readonly hasMore?: ResponseExpression;
  /** Where a response gives the number of records in the whole list. */
  readonly total?: ResponseExpression;
  /** Query parameters that are sent with the first request only. */
  readonly firstPageOnly?: readonly string[];
}
