import { asyncDispose } from "./async-disposable.ts";
import { asyncIterator, type WalkIterator } from "./async-iterator.ts";
import { failWalk } from "./fail-walk.ts";
import { Flights } from "./flights.ts";
import type { List } from "./list.ts";
import type { Page } from "./page.ts";
import type { Pager } from "./pager.ts";
import { PaginationError } from "./pagination-error.ts";
import type { Place } from "./place.ts";
import { Turns } from "./turns.ts";
import { type TakenPage, walk } from "./walk.ts";

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The pager: hands a walk's pages to any number of consumers, whole or record by record, each record once. */
export class SharedWalk<Item, Body> implements Pager<Item, Body> {
  readonly #list: List<Body>;
  readonly #flights: Flights<Body>;
  readonly #walk: AsyncIterator<TakenPage<Item, Body>, undefined>;
  readonly #turns = new Turns();
  /** The page that is being handed out. It is dropped with its last record: consumed pages must not stay in memory. */
  #page: TakenPage<Item, Body> | undefined;
  /** Of the page's next record. */
  #index = 0;
  /** Where the consumer stands when no page is half handed out. */
  #place: Place | undefined;
  /** Pages taken. */
  #pages = 0;
  /** Records handed out. */
  #records = 0;
  #unreported: { readonly total: number | undefined } | undefined;
  #begun = false;
  #closed = false;

  constructor(list: List<Body>) {
    this.#list = list;
    this.#flights = new Flights(list.fetchPage, list.signal);
    this.#walk = walk(list, this.#flights);
    this.#place = list.start;
  }

  get cursor(): string {
    const page = this.#page;
    return this.#list.cursorOf(page ? { ...page.place, skip: page.place.skip + this.#index } : this.#place);
  }

  get truncated(): boolean {
    const { limit, maxPages } = this.#list;
    const capped = this.#records >= limit || this.#pages >= maxPages;
    return capped && this.#begun && this.#page === undefined && this.#place !== undefined;
  }

  [Symbol.asyncIterator](): WalkIterator<Item> {
    const { signal } = this.#list;
    const next = () => {
      const page = this.#page;
      // What lies ready needs no turn, unless somebody is already waiting for it.
      const ready =
        page && this.#index < page.items.length && this.#turns.idle && !this.#closed && !signal?.aborted;
      return ready ? Promise.resolve(this.#handOut(page)) : this.#turns.take(() => this.#nextRecord());
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
      if (error instanceof PaginationError) Object.assign(error, { items });
      throw error;
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
      if (page.items.length > 0) return this.#handOut(page);
      this.#finish(page);
    }
  }

  async #nextPage(): Promise<IteratorResult<Page<Item, Body>, undefined>> {
    const page = await this.#currentPage();
    if (page === undefined) return DONE;
    const { body, response, total, after } = page;
    const { cursorOf } = this.#list;
    const items = this.#index === 0 ? page.items : page.items.slice(this.#index);
    this.#records += items.length;
    this.#finish(page);
    const value = {
      items,
      body,
      response,
      index: this.#pages - 1,
      // Few consumers look at the cursor of every page, so it is made when asked for.
      get cursor() {
        return cursorOf(after);
      },
      ...(total !== undefined && { total }),
    };
    return { done: false, value };
  }

  /** Only to be called when a record is ready. */
  #handOut(page: TakenPage<Item, Body>): IteratorResult<Item, undefined> {
    // The index was compared with the length, which says more than the type of an element does.
    const value = page.items[this.#index++] as Item;
    this.#records++;
    if (this.#index === page.items.length) this.#finish(page);
    return { done: false, value };
  }

  #finish({ after, total }: TakenPage<Item, Body>): void {
    this.#place = after;
    this.#page = undefined;
    this.#index = 0;
    this.#unreported = { total };
  }

  /** The page that is half handed out, else the next one; `undefined` when the walk is over. */
  async #currentPage(): Promise<TakenPage<Item, Body> | undefined> {
    this.#begun = true;
    if (this.#closed) return undefined;
    try {
      this.#list.signal?.throwIfAborted();
      if (this.#page) return this.#page;
      this.#report();
      const { value } = await this.#walk.next();
      // Somebody may have left the loop while the page was on its way.
      if (this.#closed || value === undefined) return this.#close();
      this.#pages++;
      this.#page = value;
      return value;
    } catch (failure) {
      if (this.#closed) return undefined;
      this.#close();
      throw failWalk(failure, this.#list, {
        cursor: this.cursor,
        pagesFetched: this.#pages,
        itemsYielded: this.#records,
      });
    }
  }

  #report(): void {
    const { windows, onProgress } = this.#list;
    if (this.#unreported === undefined || onProgress === undefined) return;
    const { total } = this.#unreported;
    this.#unreported = undefined;
    const progress = { pages: this.#pages, items: this.#records, cursor: this.cursor };
    // A window's answer tells the window's total, which is not the list's.
    if (windows)
      onProgress({
        ...progress,
        windows: windows.length,
        windowsDone: this.#place?.window ?? windows.length,
      });
    else onProgress(total === undefined ? progress : { ...progress, total });
  }

  #close(): undefined {
    this.#closed = true;
    this.#flights.close();
  }
}
