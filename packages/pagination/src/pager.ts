import type { AsyncDisposableIfKnown } from "./async-disposable.ts";
import type { WalkIterator } from "./async-iterator.ts";
import type { Page } from "./page.ts";

/**
 * One walk through a list. All its iterators share it: each record is delivered once, whoever asks, and after a break a
 * second loop yields nothing. Nothing is requested before the first record or page is asked for.
 *
 * `await using` and `break` end the walk: what is in flight is aborted.
 */
export type Pager<Item, Body = unknown> = RecordPager<Item, Body> & AsyncDisposableIfKnown;

/** A pager as every compiler knows it. */
export interface RecordPager<Item, Body> extends AsyncIterable<Item> {
  /** The records. Rejects with a `PaginationError`. */
  [Symbol.asyncIterator](): WalkIterator<Item>;
  /** The pages, empty ones too; the rest of one that was begun record by record. Rejects with a `PaginationError`. */
  pages(): WalkIterator<Page<Item, Body>>;
  /** All records that are left. Rejects with a `PaginationError` that carries those it had gathered, in `items`. */
  toArray(): Promise<Item[]>;
  /** The position after the last record handed out, also in mid-page: opaque, URL-safe, for the option `cursor`. */
  readonly cursor: string;
  /** Whether `limit` or `maxPages` ended the walk; false where the list did, or where the walk goes on. */
  readonly truncated: boolean;
}
