/** What happens when a list comes back to a page that it has been to. */
export type OnRepeat = "error" | "stop" | "allow";

/** What a progress callback is told. */
export interface Progress {
  /** Pages handed out by this pager. */
  readonly pages: number;
  /** Records handed out by this pager. */
  readonly items: number;
  /** Records in the whole list, where the body or a header says so; not for a list that is cut into windows. */
  readonly total?: number;
  /** Parts that the list is cut into, where it is. */
  readonly windows?: number;
  /** Parts handed out whole. */
  readonly windowsDone?: number;
  /** The position after those records: the place to resume from. */
  readonly cursor: string;
}

/** Options of a walk, the same for every style. */
export interface PagerOptions {
  /**
   * At most this many records from this pager. The pages are evened out to one size for the whole walk, and no page is
   * asked for that the limit does not need. `0` yields nothing and asks nothing. Default: none.
   */
  readonly limit?: number | undefined;
  /** At most this many pages. Default: none. */
  readonly maxPages?: number | undefined;
  /** Goes on exactly after this position: `pager.cursor`, `page.cursor` or `PaginationError.cursor`. Default: the start. */
  readonly cursor?: string | undefined;
  /** Pages asked for ahead of the consumer. Default: 1. */
  readonly prefetch?: 0 | 1 | undefined;
  /**
   * When the list comes back to a page that it has been to: `"error"` rejects with reason `repeat`, `"stop"` ends the
   * list there, `"allow"` goes on, for ever if the provider does. With `"error"`, where a numbered list tells no end and
   * two equal pages follow each other, one request for a page far past the end finds out what they are (step 7 of the
   * walk). Default: `"error"`.
   */
  readonly onRepeat?: OnRepeat | undefined;
  /**
   * Called when the consumer has been handed a whole page and asks for what follows, so that a checkpoint of `cursor`
   * never runs ahead of it. What it throws ends the walk. Default: none.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborts the walk at any point. Default: none. */
  readonly signal?: AbortSignal | undefined;
}

/** For lists whose pages to come can be told in advance: numbered ones, and those that are cut into windows. */
export interface ConcurrencyOption {
  /**
   * Pages in flight, and so in memory, at most. Records come out in the list's order all the same. Where a page turns out
   * shorter than foreseen, or the list at its end, requests in flight are wasted. With `limit` or `maxPages` no window is
   * begun before the one before it is known not to suffice. Above 1, `prefetch` has no meaning. Default: 1.
   */
  readonly concurrency?: number | undefined;
}
