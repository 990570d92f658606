import { asyncDispose } from "./async-disposable.ts";
import { asyncIterator } from "./async-iterator.ts";
import { failWalk } from "./fail-walk.ts";
import { Flights } from "./flights.ts";
import type { List } from "./list.ts";
import type { Page } from "./page.ts";
import type { Pager } from "./pager.ts";
import { PaginationError } from "./pagination-error.ts";
import { Turns } from "./turns.ts";
import { type TakenPage, walk } from "./walk.ts";

/**
 * The pager: hands a walk's pages to any number of consumers, whole or record by record, each record once. A function and
 * not a class, since one with a method under a symbol of its own stays in every bundle.
 */
export function shareWalk<Item, Body>(list: List<Body>): Pager<Item, Body> {
  const { limit, maxPages, windows, signal, onProgress, cursorOf } = list;
  const flights = new Flights(list.fetchPage, signal);
  const take = walk<Item, Body>(list, flights);
  const turns = new Turns();
  /** The page that is being handed out. It is dropped with its last record: consumed pages must not stay in memory. */
  let page: TakenPage<Item, Body> | undefined;
  /** Records of that page that have been handed out. */
  let index = 0;
  /** Where that page begins, else the next one; `undefined` at the end of the list. */
  let place = list.start;
  let pagesTaken = 0;
  /** Records of the pages before that page. */
  let recordsYielded = 0;
  let total: number | undefined;
  let begun = false;

  const cursor = () => cursorOf(place && { ...place, skip: place.skip + index });

  const close = () => flights.close();

  const finish = (finished: TakenPage<Item, Body>): undefined => {
    place = finished.after;
    total = finished.total;
    recordsYielded += finished.items.length;
    page = undefined;
    index = 0;
  };

  const report = () => {
    if (pagesTaken === 0 || onProgress === undefined) return;
    const progress = { pages: pagesTaken, items: recordsYielded, cursor: cursor() };
    // A window's answer tells the window's total, which is not the list's.
    if (windows)
      onProgress({ ...progress, windows: windows.length, windowsDone: place?.window ?? windows.length });
    else onProgress(total === undefined ? progress : { ...progress, total });
  };

  /** The page that is half handed out, else the next one; `undefined` when the walk is over. */
  const currentPage = async (): Promise<TakenPage<Item, Body> | undefined> => {
    begun = true;
    if (flights.closed) return undefined;
    try {
      signal?.throwIfAborted();
      if (page) return page;
      report();
      const taken = await take();
      // Somebody may have left the loop while the page was on its way.
      if (flights.closed || taken === undefined) return close();
      pagesTaken++;
      page = taken;
      return taken;
    } catch (failure) {
      if (flights.closed) return undefined;
      close();
      throw failWalk(failure, list, {
        cursor: cursor(),
        pagesFetched: pagesTaken,
        itemsYielded: recordsYielded + index,
      });
    }
  };

  /** What `give` makes of the current page, in the caller's turn; a page of which it makes nothing is passed over. */
  const next = <T>(give: (current: TakenPage<Item, Body>) => IteratorYieldResult<T> | undefined) =>
    turns.take(async (): Promise<IteratorResult<T, undefined>> => {
      for (;;) {
        const current = await currentPage();
        if (current === undefined) return { done: true, value: undefined };
        const given = give(current);
        if (given) return given;
      }
    });

  /** Only to be called when there is one. */
  const giveRecord = (current: TakenPage<Item, Body>): IteratorYieldResult<Item> => {
    // The index was compared with the length, which says more than the type of an element does.
    const value = current.items[index++] as Item;
    if (index === current.items.length) finish(current);
    return { done: false, value };
  };

  const givePage = (current: TakenPage<Item, Body>): IteratorYieldResult<Page<Item, Body>> => {
    const { body, response, after } = current;
    const items = index === 0 ? current.items : current.items.slice(index);
    finish(current);
    const value = {
      items,
      body,
      response,
      index: pagesTaken - 1,
      // Few consumers look at the cursor of every page, so it is made when asked for.
      get cursor() {
        return cursorOf(after);
      },
      ...(total !== undefined && { total }),
    };
    return { done: false, value };
  };

  const pages = () => asyncIterator(() => next(givePage), close);

  return {
    get cursor() {
      return cursor();
    },
    get truncated() {
      const capped = recordsYielded >= limit || pagesTaken >= maxPages;
      return capped && begun && page === undefined && place !== undefined;
    },
    [Symbol.asyncIterator]: () =>
      asyncIterator(() => {
        const current = page;
        const ready = current && index < current.items.length && !flights.closed && !signal?.aborted;
        // What lies ready needs no turn, unless somebody is already waiting for it.
        if (ready && turns.idle) return Promise.resolve(giveRecord(current));
        return next((taken) => (taken.items.length > 0 ? giveRecord(taken) : finish(taken)));
      }, close),
    pages,
    async toArray() {
      const items: Item[] = [];
      try {
        for await (const { items: more } of pages()) for (const item of more) items.push(item);
      } catch (error) {
        if (error instanceof PaginationError) Object.assign(error, { items });
        throw error;
      }
      return items;
    },
    [asyncDispose]: async () => close(),
  };
}
