import { asyncDispose } from "./async-disposable.ts";
import { asyncIterator, type WalkIterator } from "./async-iterator.ts";
import { failWalk } from "./fail-walk.ts";
import { handedOut } from "./handed-out.ts";
import type { Progress } from "./options/pager-options.ts";
import type { Page } from "./page.ts";
import type { Pager } from "./pager.ts";
import { PaginationError } from "./pagination-error.ts";
import type { Place } from "./place.ts";
import type { TakenPage } from "./taken-page.ts";
import { Turns } from "./turns.ts";
import type { Walk } from "./walk.ts";

export interface SharedWalkOptions {
  readonly start: Place | undefined;
  /** Parts of the list, where it is cut. */
  readonly windows: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly malformed: (message: string) => Error;
  readonly cursorOf: (place: Place | undefined) => string;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The pager: hands a walk's pages to any number of consumers, whole or record by record, each record once. */
export class SharedWalk<Item, Body> implements Pager<Item, Body> {
  readonly #walk: Walk<Item, Body>;
  readonly #options: SharedWalkOptions;
  readonly #turns = new Turns();
  /** Where the consumer stands when no page is half handed out. */
  #place: Place | undefined;
  /** The page that is being handed out. It is dropped with its last record: consumed pages must not stay in memory. */
  #page: TakenPage<Item, Body> | undefined;
  #items: readonly Item[] = [];
  #index = 0;
  #itemsYielded = 0;
  #pagesYielded = 0;
  #unreported: { total: number | undefined } | undefined;
  #begun = false;
  #closed = false;

  constructor(walk: Walk<Item, Body>, options: SharedWalkOptions) {
    this.#walk = walk;
    this.#options = options;
    this.#place = options.start;
  }

  get cursor(): string {
    const page = this.#page;
    const here = page ? { ...page.place, skip: page.place.skip + this.#index } : this.#place;
    return this.#options.cursorOf(here);
  }

  get truncated(): boolean {
    return this.#begun && this.#page === undefined && this.#walk.capped;
  }

  [Symbol.asyncIterator](): WalkIterator<Item> {
    const next = () => {
      // What lies ready needs no turn, unless somebody is already waiting for it.
      const ready = this.#index < this.#items.length && this.#turns.idle && !this.#options.signal?.aborted;
      return ready ? Promise.resolve(this.#handOut()) : this.#turns.take(() => this.#nextRecord());
    };
    return asyncIterator(next, () => this.#close());
  }

  pages(): WalkIterator<Page<Item, Body>> {
    return asyncIterator(
      () => this.#turns.take(() => this.#nextPage()),
      () => this.#close(),
    );
  }

  async toArray(): Promise<Item[]> {
    const items: Item[] = [];
    try {
      for await (const page of this.pages()) for (const item of page.items) items.push(item);
    } catch (error) {
      if (!(error instanceof PaginationError)) throw error;
      throw new PaginationError(error.message, { ...error, cause: error.cause, items });
    }
    return items;
  }

  async [asyncDispose](): Promise<void> {
    this.#close();
  }

  async #nextRecord(): Promise<IteratorResult<Item, undefined>> {
    for (;;) {
      const page = await this.#currentPage();
      if (page === undefined) return DONE;
      if (this.#index < this.#items.length) return this.#handOut();
      this.#finish(page);
    }
  }

  async #nextPage(): Promise<IteratorResult<Page<Item, Body>, undefined>> {
    const page = await this.#currentPage();
    if (page === undefined) return DONE;
    const items = this.#index === 0 ? page.items : page.items.slice(this.#index);
    this.#itemsYielded += items.length;
    this.#finish(page);
    return { done: false, value: handedOut(page, items, this.#options.cursorOf) };
  }

  /** Only to be called when a record is ready. */
  #handOut(): IteratorResult<Item, undefined> {
    // The index was compared with the length, which says more than the type of an element does.
    const value = this.#items[this.#index++] as Item;
    this.#itemsYielded++;
    if (this.#index === this.#items.length && this.#page) this.#finish(this.#page);
    return { done: false, value };
  }

  #finish({ after, total }: TakenPage<Item, Body>): void {
    this.#place = after;
    this.#page = undefined;
    this.#items = [];
    this.#index = 0;
    this.#pagesYielded++;
    this.#unreported = { total };
  }

  /** The page that is half handed out, else the next one; `undefined` when the walk is over. */
  async #currentPage(): Promise<TakenPage<Item, Body> | undefined> {
    this.#begun = true;
    if (this.#closed) return undefined;
    try {
      const { signal } = this.#options;
      if (signal?.aborted) throw signal.reason;
      if (this.#page) return this.#page;
      this.#report();
      const page = await this.#walk.take();
      // Somebody may have left the loop while the page was on its way.
      if (this.#closed || page === undefined) return this.#close();
      this.#page = page;
      this.#items = page.items;
      return page;
    } catch (failure) {
      if (this.#closed) return undefined;
      this.#close();
      throw failWalk(failure, this.#options, {
        cursor: this.cursor,
        pagesFetched: this.#walk.pages,
        itemsYielded: this.#itemsYielded,
      });
    }
  }

  #report(): void {
    const { windows, onProgress } = this.#options;
    if (this.#unreported === undefined || onProgress === undefined) return;
    const { total } = this.#unreported;
    this.#unreported = undefined;
    const progress = { pages: this.#pagesYielded, items: this.#itemsYielded, cursor: this.cursor };
    // A window's answer tells the window's total, which is not the list's.
    if (windows !== undefined)
      onProgress({ ...progress, windows, windowsDone: this.#place?.window ?? windows });
    else onProgress(total === undefined ? progress : { ...progress, total });
  }

  #close(): undefined {
    this.#closed = true;
    this.#items = [];
    this.#walk.close();
  }
}
