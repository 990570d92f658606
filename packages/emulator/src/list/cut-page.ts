import type { Listing } from "./listing.ts";

/** A place in a list: how many records lie before it, and how many pages were handed out on the way. */
export interface Position {
  readonly offset: number;
  readonly page: number;
}

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly position: Position;
  readonly next: Position | null;
  readonly previous: Position | null;
}

export interface PageCut {
  readonly position: Position;
  /** Records per page. */
  readonly size: number;
  /** Numbers of pages (from 0) that come empty although the list goes on behind them. */
  readonly emptyPages: readonly number[];
}

/** One page of a list. A page behind the end is empty and the last. */
export function cutPage<T>(list: Listing<T>, { position, size, emptyPages }: PageCut): ListPage<T> {
  const { offset, page } = position;
  const empty = offset < list.count && emptyPages.includes(page);
  const end = empty ? offset : Math.max(offset, Math.min(offset + size, list.count));
  const items: T[] = [];
  for (let index = offset; index < end; index += 1) {
    items.push(list.at(index));
  }
  return {
    items,
    position,
    next: end < list.count ? { offset: end, page: page + 1 } : null,
    previous: page > 0 ? { offset: Math.max(0, offset - size), page: page - 1 } : null,
  };
}
