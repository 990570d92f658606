/*
 * Only for usagewire's own packages. Everything here may change in any release.
 */
export { didYouMean } from "./did-you-mean.ts";
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
  pagerOptions,
  type WindowOption,
} from "./options.ts";
export type { PredictableScheme } from "./styles/index.ts";
