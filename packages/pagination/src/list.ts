import type { Readers } from "./answer/readers.ts";
import type { ConcurrencyOption, PagerOptions } from "./options/pager-options.ts";
import type { PagerSource } from "./pager-source.ts";
import type { Place } from "./place.ts";
import type { Style } from "./styles/style.ts";

/** A list that is ready to be walked: what the caller gave, and what was made of it. */
export interface List<Body> extends PagerSource<Body>, PagerOptions, ConcurrencyOption {
  /** `Infinity` without a cap. */
  readonly limit: number;
  /** `Infinity` without a cap. */
  readonly maxPages: number;
  /** Where to begin; `undefined`: the list is over. */
  readonly start: Place | undefined;
  readonly readers: Readers;
  /** The style of a window, over its base query. */
  readonly styleOf: (window: number) => Style;
  readonly cursorOf: (place: Place | undefined) => string;
}
