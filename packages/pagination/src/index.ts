export type { PagerIterator } from "./async-iterator.ts";
export {
  PaginationError,
  type PaginationErrorDetails,
  type PaginationErrorReason,
} from "./errors.ts";
export type { PagerOptions, Progress } from "./options.ts";
export { createPager, createPagerOf, type Page, type Pager, type PagerConfig } from "./pager.ts";
export type { FetchPage, PageRequest, PageResponse } from "./response.ts";
export type { PaginationScheme } from "./styles/index.ts";
export { nextLink } from "./styles/next-link.ts";
export { nextToken } from "./styles/next-token.ts";
export { offset } from "./styles/offset.ts";
export { pageNumber } from "./styles/page-number.ts";
export type { PagingStyle } from "./styles/style.ts";
export { type CutOptions, cutWindows, type QueryParams } from "./windows/cut-windows.ts";
export type { WindowRange, WindowScheme, WindowUnit } from "./windows/scheme.ts";
