import type { ConcurrencyOption, PagerOptions } from "../options/pager-options.ts";
import type { WindowRange } from "../windows/window-scheme.ts";

/** The options that an operation, as its table describes it, can be walked with; others do not compile. */
export type OptionsFor<Description> = PagerOptions & WindowOptions<Description>;

/** Pages that are numbered can be foreseen; those behind a link or token only where the list is cut into windows. */
type WindowOptions<Description> = Description extends {
  readonly pagination: { readonly style: "offset" | "page-number" };
}
  ? ConcurrencyOption & (Description extends Cuttable ? WindowOption : unknown)
  : Description extends Cuttable
    ? (WindowOption & Sequential) | (Required<WindowOption> & ConcurrencyOption)
    : Sequential;

type Cuttable = { readonly window: object };

/** For lists that can be cut by time. */
export interface WindowOption {
  /** The range of time to walk, cut into windows. Default: not cut. */
  readonly window?: WindowRange;
}

/** So that code for any list may say the default aloud. */
interface Sequential {
  readonly concurrency?: 1 | undefined;
}
