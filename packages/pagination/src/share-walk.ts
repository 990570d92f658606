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
  const pagesToCome = walk<Item, Body>(list, flights);
  const turns = new Turns();
  /** The page that is being handed out. It is dropped with its last record: consumed pages must not stay in memory. */
  let page: TakenPage<Item, Body> | undefined;
  /** Of the page's next record. */
  let index = 0;
  /** Where the consumer stands when no page is half handed out. */
  let place = list.start;
  let pagesTaken = 0;
  let recordsYielded = 0;
  let unreported: { readonly total: number | undefined } | undefined;
  let begun = false;
  let closed = false;

  const cursor = () => cursorOf(page ? { ...page.place, skip: page.place.skip + index } : place);

  const close = (): undefined => {
    closed = true;
    flights.close();
  };

  const finish = ({ after, total }: TakenPage<Item, Body>) => {
    place = after;
    page = undefined;
    index = 0;
    unreported = { total };
  };

  const report = () => {
    if (unreported === undefined || onProgress === undefined) return;
    const { total } = unreported;
    unreported = undefined;
    const progress = { pages: pagesTaken, items: recordsYielded, cursor: cursor() };
    // A window's answer tells the window's total, which is not the list's.
    if (windows)
      onProgress({ ...progress, windows: windows.length, windowsDone: place?.window ?? windows.length });
    else onProgress(total === undefined ? progress : { ...progress, total });
  };

  /** The page that is half handed out, else the next one; `undefined` when the walk is over. */
  const currentPage = async (): Promise<TakenPage<Item, Body> | undefined> => {
    begun = true;
    if (closed) return undefined;
    try {
      signal?.throwIfAborted();
      if (page) return page;
      report();
      const { value } = await pagesToCome.next();
      // Somebody may have left the loop while the page was on its way.
      if (closed || value === undefined) return close();
      pagesTaken++;
      page = value;
      return value;
    } catch (failure) {
      if (closed) return undefined;
      close();
      throw failWalk(failure, list, {
        cursor: cursor(),
        pagesFetched: pagesTaken,
        itemsYielded: recordsYielded,
      });
    }
  };

  /** Only to be called when a record is ready. */
  const handOut = (current: TakenPage<Item, Body>): IteratorResult<Item, undefined> => {
    // The index was compared with the length, which says more than the type of an element does.
    const value = current.items[index++] as Item;
    recordsYielded++;
    if (index === current.items.length) finish(current);
    return { done: false, value };
  };

  const nextRecord = async (): Promise<IteratorResult<Item, undefined>> => {
    for (;;) {
      const current = await currentPage();
      if (current === undefined) return { done: true, value: undefined };
      if (current.items.length > 0) return handOut(current);
      finish(current);
    }
  };

  const nextPage = async (): Promise<IteratorResult<Page<Item, Body>, undefined>> => {
    const current = await currentPage();
    if (current === undefined) return { done: true, value: undefined };
    const { body, response, total, after } = current;
    const items = index === 0 ? current.items : current.items.slice(index);
    recordsYielded += items.length;
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

  const pages = () => asyncIterator(() => turns.take(nextPage), close);

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
        // What lies ready needs no turn, unless somebody is already waiting for it.
        const ready = current && index < current.items.length && turns.idle && !closed && !signal?.aborted;
        return ready ? Promise.resolve(handOut(current)) : turns.take(nextRecord);
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
