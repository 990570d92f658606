import { createReaders } from "./answer/readers.ts";
import { type CursorState, decodeCursor, encodeCursor } from "./cursor/cursor.ts";
import { type Fingerprint, fingerprint } from "./cursor/fingerprint.ts";
import { checkOptions } from "./options/check-options.ts";
import type { Pager } from "./pager.ts";
import type { PagerConfig } from "./pager-config.ts";
import { PaginationError } from "./pagination-error.ts";
import { START } from "./place.ts";
import { walkPageSize } from "./query/page-size.ts";
import { setParam, withoutMark } from "./query/raw-query.ts";
import { SharedWalk } from "./shared-walk.ts";
import { findStyle } from "./styles/find-style.ts";
import type { PagingStyle } from "./styles/paging-style.ts";
import { Walk } from "./walk.ts";

/**
 * `createPager` for lists of these styles: a bundle has no other in it.
 *
 * @throws what `createPager` throws.
 */
export function createPagerOf<Item, Body = unknown>(
  styles: readonly PagingStyle[],
  config: PagerConfig<Body>,
): Pager<Item, Body> {
  const style = findStyle(styles, config.scheme);
  checkOptions(config, style);
  const { scheme, operation = "", binding = "", windows, signal, onProgress } = config;
  const query = withoutMark(config.query ?? "");
  const bases = windows?.map(withoutMark) ?? [query];
  const readers = createReaders(scheme);

  const made = fingerprint(scheme, { operation, binding, query, windows });
  const begin = {
    place: bases.length > 0 ? START : undefined,
    pageSize: walkPageSize(scheme, query, config.limit),
  };
  const { place: start, pageSize } = config.cursor === undefined ? begin : readCursor(config.cursor, made);
  const sized = (base: string) =>
    scheme.pageSize && pageSize !== undefined
      ? setParam(base, scheme.pageSize.param, String(pageSize))
      : base;
  const styleOf = (window: number) => style.over(scheme, sized(bases[window] ?? query), readers, pageSize);

  const { limit = Number.POSITIVE_INFINITY, maxPages = Number.POSITIVE_INFINITY } = config;
  const { prefetch = 1, concurrency = 1, onRepeat = "error", fetchPage } = config;
  const walk = new Walk<Item, Body>({
    fetchPage,
    readers,
    styleOf,
    windows: bases.length,
    start,
    limit,
    maxPages,
    prefetch,
    concurrency,
    onRepeat,
    signal,
  });
  return new SharedWalk(walk, {
    start,
    windows: windows?.length,
    signal,
    onProgress,
    malformed: config.malformed ?? ((message) => new Error(message)),
    cursorOf: (place) => encodeCursor({ place, pageSize }, made),
  });
}

function readCursor(cursor: string, made: Fingerprint): CursorState {
  try {
    return decodeCursor(cursor, made);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new PaginationError(message, { reason: "cursor", cursor, pagesFetched: 0, itemsYielded: 0, cause });
  }
}
