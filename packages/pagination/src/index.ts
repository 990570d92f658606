export type { WalkIterator } from "./async-iterator.ts";
export { createPager } from "./create-pager.ts";
export { createPagerOf } from "./create-pager-of.ts";
export { onAbort } from "./on-abort.ts";
export { windowParams } from "./openapi/list-queries.ts";
export { type OperationTable, type PagedOperation, schemeOf } from "./openapi/operation-table.ts";
export type { OptionsFor, WindowOption } from "./openapi/options-for.ts";
export { ResponseError } from "./openapi/response-error.ts";
export type { PagedPath, PaginateInit, SuccessBody, WithPaginate } from "./openapi/types.ts";
export { type GetClient, withPagination } from "./openapi/with-pagination.ts";
export type { ConcurrencyOption, OnRepeat, PagerOptions, Progress } from "./options/pager-options.ts";
export type { AnswerHeaders, FetchPage, Page, PageAnswer, PageRequest } from "./page.ts";
export type { Pager } from "./pager.ts";
export type { PagerConfig } from "./pager-config.ts";
export type { PagerSource } from "./pager-source.ts";
export {
  PaginationError,
  type PaginationErrorDetails,
  type PaginationErrorReason,
} from "./pagination-error.ts";
export { serializeQuery } from "./query/serialize-query.ts";
export type {
  ListEnd,
  NextLinkScheme,
  NextTokenScheme,
  OffsetScheme,
  PageNumberScheme,
  PageSizeScheme,
  PaginationScheme,
  ResponseExpression,
} from "./scheme.ts";
export { nextLink } from "./styles/next-link.ts";
export { nextLinkHeader } from "./styles/next-link-header.ts";
export { nextToken } from "./styles/next-token.ts";
export { offset } from "./styles/offset.ts";
export { pageNumber } from "./styles/page-number.ts";
export { type PagingStyle, type StyleName, styleName } from "./styles/paging-style.ts";
export type { ItemAt } from "./types/item-at.ts";
export { type CutOptions, cutWindows, type QueryParams } from "./windows/cut-windows.ts";
export type {
  IsoDuration,
  RangeWindowScheme,
  TemplateWindowScheme,
  WindowRange,
  WindowScheme,
  WindowSpan,
  WindowUnit,
} from "./windows/window-scheme.ts";
