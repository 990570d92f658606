import type { ReadAnswer } from "../answer/read-answer.ts";
import type { OnRepeat } from "../options/pager-options.ts";
import type { WalkFailure } from "../walk-failure.ts";

/** What follows a page; nothing where the list ends. */
export interface Following {
  /** The next page. */
  readonly position?: string;
  /** Why the walk ends after this page, though the list may not. A walk resumed after it asks for the page again. */
  readonly failure?: WalkFailure;
  /** Whether the page's records are not the list's own, and so no records at all. */
  readonly discard?: boolean;
  /** Pages to come, as far as the answer tells. */
  readonly left?: number | undefined;
}

/** A way of forming the next request. Positions are short texts; `""` is the first page. */
export interface Style {
  /** The query that asks for the page at this position. */
  query(position: string): string;
  /**
   * What follows the page at this position.
   *
   * @param read requests a page aside from the walk, where one is needed to tell
   * @throws WalkFailure when that page cannot be had.
   */
  following(
    position: string,
    page: ReadAnswer,
    onRepeat: OnRepeat,
    read: (query: string) => Promise<ReadAnswer>,
  ): Following | Promise<Following>;
  /**
   * The queries of so many pages after this position, if each page holds so many records; only styles that number their
   * pages can tell. A page that is not there costs a request and no more: what is taken next is decided by `following`.
   */
  foresee?(position: string, records: number, pages: number): string[];
}
