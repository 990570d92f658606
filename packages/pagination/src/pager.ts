import {
  type AsyncDisposableIfKnown,
  asyncDispose,
  asyncIterator,
  type PagerIterator,
  SerialQueue,
} from "./async-iterator.ts";
import { check, FUNCTION, invalid, type Rule } from "./check.ts";
import { type CursorState, decodeCursor, encodeCursor, type Fingerprint, fingerprint } from "./cursor.ts";
import { PaginationError, toPaginationError, WalkFailure } from "./errors.ts";
import { Flights } from "./flights.ts";
import { type ConcurrencyOption, checkPagerOptions, type PagerOptions } from "./options.ts";
import { walkPageSize, withoutMark, withPageSize } from "./query.ts";
import { createReader, type FetchPage } from "./response.ts";
import { findStyle, type PaginationScheme, type PredictableScheme } from "./styles/index.ts";
import type { PagingStyle } from "./styles/style.ts";
import { type Checkpoint, START, type WalkConfig, type WalkedPage, walk } from "./walk.ts";

/**
 * One walk through a list. All its iterators share it: each record is yielded once, to the first that asks. Nothing is
 * requested before the first record or page is asked for.
 *
 * Leaving a loop ends the walk and aborts what is in flight, and so does `await using`. A second loop then yields nothing.
 */
export type Pager<Item, Body = unknown> = RecordPager<Item, Body> & AsyncDisposableIfKnown;

/** A pager for every compiler. */
export interface RecordPager<Item, Body> extends AsyncIterable<Item> {
  /** Yields the records. Rejects with a `PaginationError`. */
  [Symbol.asyncIterator](): PagerIterator<Item>;
  /** Yields the pages, also empty ones, and the rest of a page that was started by record. Rejects with a `PaginationError`. */
  pages(): PagerIterator<Page<Item, Body>>;
  /** Collects all remaining records. Rejects with a `PaginationError` whose `items` are the records collected so far. */
  toArray(): Promise<Item[]>;
  /** The position after the last record yielded, also within a page: opaque and URL-safe, for the option `cursor`. */
  readonly cursor: string;
  /** Whether `limit` or `maxPages` ended the walk. `false` if the list ended, or if the walk has not. */
  readonly truncated: boolean;
}

/** One page of a list. */
export interface Page<Item, Body = unknown> {
  /** The records, cut to `limit` and to the position that the walk resumed from. */
  readonly items: readonly Item[];
  /** The whole body. */
  readonly body: Body;
  /** The response, if `fetchPage` returned one. */
  readonly response: Response | undefined;
  /** The index of the page among those of this pager, from 0. */
  readonly index: number;
  /** The position after this page, for the option `cursor`. */
  readonly cursor: string;
  /** Records in the whole list, if the response says so. */
  readonly total?: number;
}

/** A list, and how to request a page of it. */
export interface PagerSource<Body> {
  /** How the list is paged: the `x-pagination` object of the operation. */
  readonly scheme: PaginationScheme;
  /** Requests a page. */
  readonly fetchPage: FetchPage<Body>;
  /** The raw query of the first page: filters, and the page size if the caller chooses one. Defaults to an empty query. */
  readonly query?: string | undefined;
  /**
   * For a list that is cut into windows: the raw query of the first page of each, filters included, in the order in which
   * to read them. Defaults to one window, `query`.
   */
  readonly windows?: readonly string[] | undefined;
  /** The operation, for instance `GET /v1/UsageRecords`. A cursor is bound to it. Defaults to an empty text. */
  readonly operation?: string | undefined;
  /** What else a cursor is bound to, for instance the path parameters. Defaults to an empty text. */
  readonly binding?: string | undefined;
  /** Makes the `cause` of a failure that the body is to blame for. Defaults to `new Error(message)`. */
  readonly malformed?: ((message: string) => Error) | undefined;
}

/**
 * What `createPager` takes. `concurrency` above 1 compiles only for lists whose later pages can be predicted: numbered lists,
 * and lists that are cut into windows. Cast a scheme that is known only at run time to this type; `createPager` throws if it
 * does not fit.
 */
export type PagerConfig<Body = unknown> = PagerSource<Body> &
  PagerOptions &
  (
    | (ConcurrencyOption & { readonly scheme: PredictableScheme })
    | (ConcurrencyOption & { readonly windows: readonly string[] })
    | { readonly concurrency?: 1 | undefined }
  );

/**
 * Creates a pager over a list of any paging style. It yields every record once, in order.
 *
 * @param config the list, how to request a page of it, and options
 * @throws TypeError or RangeError if an option or the scheme is invalid.
 * @throws PaginationError with reason `cursor` if the cursor is damaged or was made for another list.
 *
 * @example
 * ```ts
 * import { createPager } from "@usagewire/pagination";
 *
 * const pager = createPager<{ id: string }>({
 *   scheme: { style: "next-link", items: "/sims", next: "$response.body#/next" },
 *   query: "status=active",
 *   limit: 100,
 *   fetchPage: async ({ query, signal }) => {
 *     const response = await fetch(`https://api.example.com/sims?${query}`, { signal });
 *     if (!response.ok) throw new Error(`GET /sims: status ${response.status}`);
 *     return { body: await response.json(), response };
 *   },
 * });
 * for await (const sim of pager) console.log(sim.id);
 * ```
 */
export const createPager = <Item, Body = unknown>(config: PagerConfig<Body>): Pager<Item, Body> =>
  createPagerOf(findStyle(config.scheme), config);

/**
 * Creates a pager over a list of one paging style, like {@link createPager}. A bundle then holds only that style.
 *
 * @param style the style: `nextLink`, `nextToken`, `offset` or `pageNumber`
 * @param config the list, how to request a page of it, and options
 * @throws TypeError or RangeError if an option or the scheme is invalid.
 * @throws PaginationError with reason `cursor` if the cursor is damaged or was made for another list.
 *
 * @example
 * ```ts
 * import { createPagerOf, offset } from "@usagewire/pagination";
 *
 * const pager = createPagerOf<{ id: string }>(offset, {
 *   scheme: { style: "offset", items: "/sims", param: "skip", total: "$response.header.X-Total" },
 *   concurrency: 4,
 *   fetchPage: async ({ query, signal }) => {
 *     const response = await fetch(`https://api.example.com/sims?${query}`, { signal });
 *     if (!response.ok) throw new Error(`GET /sims: status ${response.status}`);
 *     return { body: await response.json(), response };
 *   },
 * });
 * console.log(await pager.toArray());
 * ```
 */
export function createPagerOf<Item, Body = unknown>(
  style: PagingStyle,
  config: PagerConfig<Body>,
): Pager<Item, Body> {
  checkConfig(style, config);
  const { scheme, windows, cursor } = config;
  const query = withoutMark(config.query ?? "");
  const reader = createReader(scheme);
  const bound = fingerprint(config, query);
  const { checkpoint, pageSize } =
    cursor === undefined
      ? {
          checkpoint: windows?.length === 0 ? undefined : START,
          pageSize: walkPageSize(scheme, query, config.limit),
        }
      : readCursor(cursor, bound);
  return startWalk({
    ...config,
    limit: config.limit ?? Number.POSITIVE_INFINITY,
    maxPages: config.maxPages ?? Number.POSITIVE_INFINITY,
    start: checkpoint,
    reader,
    paginatorOf: (window) => {
      const base = withoutMark(windows?.[window] ?? query);
      return style.paginate(scheme, withPageSize(scheme, base, pageSize), reader, pageSize);
    },
    cursorOf: (at) => encodeCursor({ checkpoint: at, pageSize }, bound),
  });
}

const QUERY: Rule = ["string", "the text of a query"];

/** @throws TypeError or RangeError if something is missing or invalid. */
function checkConfig<Body>(style: PagingStyle, config: PagerConfig<Body>): void {
  const { scheme, fetchPage, windows, concurrency = 1 } = config;
  if (scheme?.style !== style.name) throw invalid("scheme.style", scheme?.style, style.name);
  check("scheme.items", scheme.items, ["string", "a JSON Pointer"]);
  for (const [field, rule] of Object.entries(style.requires)) {
    check(`scheme.${field}`, Reflect.get(scheme, field), rule);
  }
  check("fetchPage", fetchPage, FUNCTION);
  check("query", config.query ?? "", QUERY);
  for (const [index, query] of windows?.entries() ?? []) check(`windows[${index}]`, query, QUERY);
  checkPagerOptions(config);
  if (concurrency !== 1 && windows === undefined && !style.predictable) {
    const accepted = `1: each page of a ${style.name} list names only the next; use windows to fetch in parallel`;
    throw invalid("concurrency", concurrency, accepted);
  }
}

function readCursor(cursor: string, bound: Fingerprint): CursorState {
  try {
    return decodeCursor(cursor, bound);
  } catch (cause) {
    // decodeCursor throws nothing else.
    const { message } = cause as Error;
    throw new PaginationError(message, { reason: "cursor", cursor, pagesFetched: 0, itemsYielded: 0, cause });
  }
}

interface SharedWalk<Body> extends WalkConfig {
  readonly fetchPage: FetchPage<Body>;
  readonly malformed?: ((message: string) => Error) | undefined;
  readonly cursorOf: (checkpoint: Checkpoint | undefined) => string;
}

/**
 * Yields the pages of a walk to any number of consumers, whole or by record, each record once. A function and not a class: a
 * class with a method under a symbol stays in every bundle.
 */
function startWalk<Item, Body>(config: SharedWalk<Body>): Pager<Item, Body> {
  const { limit, maxPages, windows, signal, onProgress, cursorOf } = config;
  const { malformed = (message) => new Error(message) } = config;
  const flights = new Flights(config.fetchPage, signal);
  const readNextPage = walk<Item, Body>(config, flights);
  const queue = new SerialQueue();
  /** The page that is being consumed. Dropped with its last record: consumed pages must not stay in memory. */
  let page: WalkedPage<Item, Body> | undefined;
  /** Records of that page that were yielded. */
  let index = 0;
  /** The start of that page, or else of the next one; `undefined` at the end of the list. */
  let checkpoint = config.start;
  let pagesRead = 0;
  /** Records of the pages before that page. */
  let recordsYielded = 0;
  let total: number | undefined;
  let started = false;

  const cursor = () => cursorOf(checkpoint && { ...checkpoint, skip: checkpoint.skip + index });

  const close = () => flights.close();

  const finishPage = (finished: WalkedPage<Item, Body>): undefined => {
    checkpoint = finished.after;
    total = finished.total;
    recordsYielded += finished.items.length;
    page = undefined;
    index = 0;
  };

  const reportProgress = () => {
    if (pagesRead === 0 || onProgress === undefined) return;
    const progress = { pages: pagesRead, items: recordsYielded, cursor: cursor() };
    if (windows) {
      // The total in a response is that of its window.
      const windowsDone = checkpoint?.window ?? windows.length;
      onProgress({ ...progress, windows: windows.length, windowsDone });
    } else onProgress(total === undefined ? progress : { ...progress, total });
  };

  /** The error that the consumer receives. An error of the caller's own, for instance of a callback, stays as it is. */
  const toError = (failure: unknown): unknown => {
    const progress = {
      cursor: cursor(),
      pagesFetched: pagesRead,
      itemsYielded: recordsYielded + index,
    };
    if (signal?.aborted) {
      const details = { ...progress, reason: "aborted", cause: signal.reason } as const;
      return new PaginationError("the walk was aborted", details);
    }
    return failure instanceof WalkFailure ? toPaginationError(failure, progress, malformed) : failure;
  };

  /** The page that is partly consumed, or else the next one; `undefined` if the walk is over. */
  const currentPage = async (): Promise<WalkedPage<Item, Body> | undefined> => {
    started = true;
    if (flights.closed) return undefined;
    try {
      signal?.throwIfAborted();
      if (page) return page;
      reportProgress();
      const next = await readNextPage();
      // Another consumer may have left its loop meanwhile.
      if (flights.closed || next === undefined) return close();
      pagesRead++;
      page = next;
      return next;
    } catch (failure) {
      if (flights.closed) return undefined;
      close();
      throw toError(failure);
    }
  };

  /** Yields what `take` makes of the current page, when it is the caller's turn. If that is nothing, the next page is read. */
  const next = <T>(take: (current: WalkedPage<Item, Body>) => IteratorYieldResult<T> | undefined) =>
    queue.run(async (): Promise<IteratorResult<T, undefined>> => {
      for (;;) {
        const current = await currentPage();
        if (current === undefined) return { done: true, value: undefined };
        const result = take(current);
        if (result) return result;
      }
    });

  /** Call only if the page has a record left. */
  const takeRecord = (current: WalkedPage<Item, Body>): IteratorYieldResult<Item> => {
    // The compiler does not know that the index is below the length.
    const value = current.items[index++] as Item;
    if (index === current.items.length) finishPage(current);
    return { done: false, value };
  };

  const takePage = (current: WalkedPage<Item, Body>): IteratorYieldResult<Page<Item, Body>> => {
    const { body, response, after } = current;
    const items = index === 0 ? current.items : current.items.slice(index);
    finishPage(current);
    const value = {
      items,
      body,
      response,
      index: pagesRead - 1,
      // A getter, since few consumers read the cursor of every page.
      get cursor() {
        return cursorOf(after);
      },
      ...(total !== undefined && { total }),
    };
    return { done: false, value };
  };

  const pages = () => asyncIterator(() => next(takePage), close);

  return {
    get cursor() {
      return cursor();
    },
    get truncated() {
      const capped = recordsYielded >= limit || pagesRead >= maxPages;
      return capped && started && page === undefined && checkpoint !== undefined;
    },
    [Symbol.asyncIterator]: () =>
      asyncIterator(() => {
        const current = page;
        const ready = current && index < current.items.length && !flights.closed && !signal?.aborted;
        // A record that is ready is yielded without waiting, unless another consumer waits for it.
        if (ready && queue.idle) return Promise.resolve(takeRecord(current));
        return next((read) => (read.items.length > 0 ? takeRecord(read) : finishPage(read)));
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
