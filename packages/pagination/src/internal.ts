/*
 * Only for usagewire's own packages. Everything here may change in any release.
 */

export type { Rule } from "./check.ts";
export { didYouMean } from "./did-you-mean.ts";
export { endOfString, exactNumbersIn, isExactNumber, parseExact, type SchemaReader } from "./exact.ts";
export {
  escapePointerToken,
  formatPointer,
  isPointer,
  parsePointer,
  readPointer,
} from "./json-pointer.ts";
export { onAbort } from "./on-abort.ts";
export {
  type ConcurrencyOption,
  checkPagerOptions,
  type OnRepeat,
  type PagerOptionName,
  type PagerOptions,
  type Progress,
  pagerOptions,
  type WindowOption,
} from "./options.ts";
export type { BaseScheme, PageSizeScheme, ResponseExpression } from "./scheme.ts";
export { type PredictableScheme, styles } from "./styles/index.ts";
export type { NextLinkScheme } from "./styles/next-link.ts";
export type { NextTokenScheme } from "./styles/next-token.ts";
export type { ListEnd, NumberedScheme } from "./styles/numbered.ts";
export type { OffsetScheme } from "./styles/offset.ts";
export type { PageNumberScheme } from "./styles/page-number.ts";
export type { NextStep, Paginator, PagingStyle } from "./styles/style.ts";
export type { WindowRange, WindowUnit } from "./windows/scheme.ts";
