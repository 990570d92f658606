import type { FetchPage } from "./page.ts";
import type { PaginationScheme } from "./scheme.ts";

/** A list, and how to ask for one page of it. */
export interface PagerSource<Body> {
  /** How the list is paged: the operation's `x-pagination` object. */
  readonly scheme: PaginationScheme;
  /** Requests a page. It rejects on everything but a page; the pager does not retry. */
  readonly fetchPage: FetchPage<Body>;
  /** The query of the first page, raw: filters, and the caller's page size if there is one. Default: empty. */
  readonly query?: string | undefined;
  /**
   * For a list that is cut into parts: the raw queries of their first pages, filters included, in the order in which the
   * parts are walked. Default: one part, `query`.
   */
  readonly windows?: readonly string[] | undefined;
  /** The operation, for instance `GET /v1/UsageRecords`; a cursor is bound to it. Default: empty. */
  readonly operation?: string | undefined;
  /** What else a cursor is bound to, for instance the path parameters. Default: empty. */
  readonly binding?: string | undefined;
  /** Makes the `cause` of a failure for which the body is to blame. Default: `new Error(message)`. */
  readonly malformed?: ((message: string) => Error) | undefined;
}
