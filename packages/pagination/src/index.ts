export type { AsyncDisposableIfKnown, PagerIterator } from "./async-iterator.ts";
export type { Rule } from "./check.ts";
export {
  PaginationError,
  type PaginationErrorDetails,
  type PaginationErrorReason,
  type WalkFailure,
} from "./errors.ts";
export type { ConcurrencyOption, OnRepeat, PagerOptions, Progress, WindowOption } from "./options.ts";
export {
  createPager,
  createPagerOf,
  type Page,
  type Pager,
  type PagerConfig,
  type PagerSource,
  type RecordPager,
} from "./pager.ts";
export type {
  FetchPage,
  PageContent,
  PageRequest,
  PageResponse,
  Read,
  ResponseHeaders,
  ResponseReader,
} from "./response.ts";
export type { BaseScheme, PageSizeScheme, ResponseExpression } from "./scheme.ts";
export type { PaginationScheme, PredictableScheme } from "./styles/index.ts";
export { type NextLinkScheme, nextLink } from "./styles/next-link.ts";
export { type NextTokenScheme, nextToken } from "./styles/next-token.ts";
export type { ListEnd, NumberedScheme } from "./styles/numbered.ts";
export { type OffsetScheme, offset } from "./styles/offset.ts";
export { type PageNumberScheme, pageNumber } from "./styles/page-number.ts";
export type { NextStep, Paginator, PagingStyle } from "./styles/style.ts";
export { type CutOptions, cutWindows, type QueryParams } from "./windows/cut-windows.ts";
export type {
  BaseWindowScheme,
  IsoDuration,
  RangeWindowScheme,
  TemplateWindowScheme,
  WindowRange,
  WindowScheme,
  WindowSpan,
  WindowUnit,
} from "./windows/scheme.ts";
