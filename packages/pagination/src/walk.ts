import { repeatFailure, type WalkFailure } from "./errors.ts";
import type { Flights } from "./flights.ts";
import type { ConcurrencyOption, PagerOptions } from "./options.ts";
import { canonicalQuery } from "./query.ts";
import { type PageContent, type ResponseReader, readPage } from "./response.ts";
import type { Paginator } from "./styles/style.ts";

/** A point in a walk: after so many records of a page of a window. A list that is not cut is window 0. */
export interface Checkpoint {
  /** Index of the window. */
  readonly window: number;
  /** The page, in the format of the paging style; `""` is the first page of the window. */
  readonly position: string;
  /** Records before the checkpoint, counted from the start of that page. They may reach beyond it, if it became shorter. */
  readonly skip: number;
}

/** Where a walk starts by default. */
export const START: Checkpoint = { window: 0, position: "", skip: 0 };

/** A list that is ready to be walked. */
export interface WalkConfig extends PagerOptions, ConcurrencyOption {
  /** `Infinity` without a limit. */
  readonly limit: number;
  /** `Infinity` without a limit. */
  readonly maxPages: number;
  /** The queries of the windows, if the list is cut. */
  readonly windows?: readonly string[] | undefined;
  /** Where to start; `undefined` if the list is over. */
  readonly start: Checkpoint | undefined;
  readonly reader: ResponseReader;
  /** Makes the paginator of a window. */
  readonly paginatorOf: (window: number) => Paginator;
}

/** A page that was read, cut to the records that the consumer receives. */
export interface WalkedPage<Item, Body> extends PageContent<Item, Body> {
  /** The checkpoint after the last of `items`; `undefined` at the end of the list. */
  readonly after: Checkpoint | undefined;
}

/**
 * Returns a function that reads the pages of a list in order, each once, and `undefined` after the last. It rejects, usually
 * with a `WalkFailure`, if a page cannot be read. It is not a generator, which would keep a page in memory until the next
 * one is read.
 */
export function walk<Item, Body>(
  config: WalkConfig,
  flights: Flights<Body>,
): () => Promise<WalkedPage<Item, Body> | undefined> {
  const { start, limit, maxPages, reader, paginatorOf } = config;
  const { prefetch = 1, concurrency = 1, onRepeat = "error" } = config;
  const windowCount = config.windows?.length ?? 1;
  let checkpoint = start;
  let paginator = paginatorOf(start?.window ?? 0);
  let repeats = new RepeatDetector(paginator.query(start?.position ?? ""));
  let failure: WalkFailure | undefined;
  let pages = 0;
  let records = 0;
  /** Records on the page before the checkpoint; 0 at the start of a window. */
  let pageLength = 0;
  /** Pages that are left, as far as the response says. */
  let pagesLeft = maxPages;

  const capped = () => records >= limit || pages >= maxPages;

  const read = async (query: string) => readPage<Item, Body>(await flights.take(query), reader);

  /** Requests the next page and, if they can be predicted, those after it; `count` of them at most. */
  const schedule = (count: number): void => {
    const queries: string[] = [];
    if (checkpoint !== undefined && !capped() && !failure && count > 0) {
      queries.push(paginator.query(checkpoint.position));
      // Later windows come before later pages because they are sure to be read, so they stay scheduled once they are. With a
      // limit they are not sure: nobody knows how much of the limit this window needs.
      const limited = Number.isFinite(Math.min(limit, maxPages));
      const end = limited ? 0 : Math.min(windowCount, checkpoint.window + count);
      for (let window = checkpoint.window + 1; window < end; window++) {
        queries.push(paginatorOf(window).query(""));
      }

      const needed = Math.min(pagesLeft, maxPages - pages, Math.ceil((limit - records) / pageLength)) - 1;
      const more = Math.min(needed, count - queries.length);
      if (pageLength > 0 && more > 0 && paginator.predict) {
        queries.push(...paginator.predict(checkpoint.position, pageLength, more));
      }
    }
    flights.schedule(queries);
  };

  return async () => {
    if (checkpoint === undefined || capped()) return undefined;
    if (failure) throw failure;
    if (pages === 0) schedule(concurrency);
    const page = await read(paginator.query(checkpoint.position));
    const step = await paginator.next(checkpoint.position, page, onRepeat, read);
    pages++;

    let next = step.position;
    failure = step.failure;
    if (next !== undefined && onRepeat !== "allow" && repeats.repeats(paginator.query(next))) {
      next = undefined;
      if (onRepeat === "error") failure = repeatFailure("the next page was already read");
    }

    // Cut at both ends: records before the checkpoint of a resumed walk, and records beyond the limit.
    const all = step.discard ? [] : page.items;
    const first = Math.min(checkpoint.skip, all.length);
    const last = Math.min(all.length, first + limit - records);
    const items = last - first === page.items.length ? page.items : all.slice(first, last);
    const { window, skip } = checkpoint;
    let after: Checkpoint | undefined;
    if (last < all.length) after = { ...checkpoint, skip: last };
    else if (failure) after = { ...checkpoint, skip: Math.max(skip, last) };
    else if (next !== undefined) after = { window, position: next, skip: Math.max(0, skip - last) };
    else if (window + 1 < windowCount) after = { window: window + 1, position: "", skip: 0 };

    records += last - first;
    pageLength = all.length;
    pagesLeft = step.pagesLeft ?? maxPages;
    checkpoint = after;
    if (checkpoint !== undefined && checkpoint.window !== window) {
      pageLength = 0;
      paginator = paginatorOf(checkpoint.window);
      repeats = new RepeatDetector(paginator.query(""));
    }
    schedule(concurrency > 1 ? concurrency : prefetch);
    return { ...page, items, after };
  };
}

/** How many of the latest queries are compared: cycles up to this length are found before a record repeats. */
const RECENT = 8;

/**
 * Finds a walk that goes in a cycle of any length, in constant memory: by Brent's algorithm, and by the latest queries, so
 * that the usual short cycles are found at once.
 */
export class RepeatDetector {
  #marked: string;
  #stepsSinceMark = 0;
  #stepsUntilMove = 1;
  readonly #recent: string[];

  constructor(first: string) {
    this.#marked = canonicalQuery(first);
    this.#recent = [this.#marked];
  }

  /** Takes the query of the next page. Returns whether that page was already read, however its query was written then. */
  repeats(next: string): boolean {
    const query = canonicalQuery(next);
    if (query === this.#marked || this.#recent.includes(query)) return true;
    if (++this.#stepsSinceMark === this.#stepsUntilMove) {
      this.#marked = query;
      this.#stepsSinceMark = 0;
      this.#stepsUntilMove *= 2;
    }
    if (this.#recent.push(query) > RECENT) this.#recent.shift();
    return false;
  }
}
