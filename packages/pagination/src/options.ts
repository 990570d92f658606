import { check, FUNCTION, oneOf, type Rule } from "./check.ts";
import type { WindowRange } from "./windows/scheme.ts";

/** What to do if a list returns to a page that was already read. */
export type OnRepeat = "error" | "stop" | "allow";

/** What `onProgress` receives. */
export interface Progress {
  /** Pages yielded by this pager. */
  readonly pages: number;
  /** Records yielded by this pager. */
  readonly items: number;
  /** Records in the whole list, if a response says so. Not set for a list that is cut into windows. */
  readonly total?: number;
  /** Windows that the list is cut into, if it is. */
  readonly windows?: number;
  /** Windows that were yielded completely. */
  readonly windowsDone?: number;
  /** The position after these records, to resume from. */
  readonly cursor: string;
}

/** The options of a walk that every list takes. */
export interface PagerOptions {
  /**
   * The most records to yield. The records are spread evenly over the pages, and no page is requested that the limit does
   * not need. With `0`, nothing is requested. Defaults to no limit.
   */
  readonly limit?: number | undefined;
  /** The most pages to read. Defaults to no limit. */
  readonly maxPages?: number | undefined;
  /** Resumes after this position: a `cursor` of a `Pager`, `Page`, `Progress` or `PaginationError`. Defaults to the start. */
  readonly cursor?: string | undefined;
  /** Pages to request ahead of the consumer. Defaults to 1. */
  readonly prefetch?: 0 | 1 | undefined;
  /**
   * What to do if the list returns to a page that was already read: `"error"` fails with reason `repeat`, `"stop"` ends the
   * list there, `"allow"` continues, forever if the provider does. Defaults to `"error"`.
   *
   * With `"error"`, two identical pages in a row of a numbered list cost one or two more requests, for pages past the end.
   * The README says why, under "Reading a page", step 7.
   */
  readonly onRepeat?: OnRepeat | undefined;
  /**
   * Called when the consumer has received a whole page and asks for more, so `cursor` is safe to store as a checkpoint. If it
   * throws, the walk ends with that error. Defaults to none.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborts the walk. Defaults to none. */
  readonly signal?: AbortSignal | undefined;
}

/** For lists whose later pages can be predicted: numbered ones, and those that are cut into windows. */
export interface ConcurrencyOption {
  /**
   * The most pages in flight, and so in memory. Records are yielded in the order of the list. A request is wasted if a page
   * is shorter than predicted or if the list ends. With `limit` or `maxPages`, a window starts only when the windows before it
   * did not reach the limit. Above 1, `prefetch` is ignored. Defaults to 1.
   */
  readonly concurrency?: number | undefined;
}

/** For lists that can be cut by time. Clients take this option; `createPager` takes `windows`. */
export interface WindowOption {
  /** The range of time to read, cut into windows. Defaults to not cut. */
  readonly window?: WindowRange | undefined;
}

/** The name of an option of a walk. */
export type PagerOptionName = keyof (PagerOptions & ConcurrencyOption & WindowOption);

const atLeast = (minimum: number): Rule => [
  "number",
  `a whole number, ${minimum} or more`,
  (value) => Number.isSafeInteger(value) && Number(value) >= minimum,
];

/** All options of a walk and what each accepts. */
export const pagerOptions: Readonly<Record<PagerOptionName, Rule>> = {
  limit: /* @__PURE__ */ atLeast(0),
  maxPages: /* @__PURE__ */ atLeast(0),
  cursor: ["string", "a string"],
  prefetch: /* @__PURE__ */ oneOf([0, 1], "0 or 1"),
  concurrency: /* @__PURE__ */ atLeast(1),
  window: ["object", "an object with from and to"],
  onRepeat: /* @__PURE__ */ oneOf(["error", "stop", "allow"], '"error", "stop" or "allow"'),
  onProgress: FUNCTION,
  // By its shape: the signal of a polyfill or of another realm is not an instance of AbortSignal.
  signal: ["object", "an AbortSignal", (value) => "aborted" in Object(value)],
};

/** @throws TypeError or RangeError if an option is invalid. Names that are not in the table are ignored. */
export function checkPagerOptions(options: object): void {
  for (const [name, rule] of Object.entries(pagerOptions)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined) check(name, value, rule);
  }
}
