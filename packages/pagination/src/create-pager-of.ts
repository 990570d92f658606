import { createReaders } from "./answer/readers.ts";
import { type CursorState, decodeCursor, encodeCursor } from "./cursor/cursor.ts";
import { type Fingerprint, fingerprint } from "./cursor/fingerprint.ts";
import { checkOptions } from "./options/check-options.ts";
import type { Pager } from "./pager.ts";
import type { PagerConfig } from "./pager-config.ts";
import { PaginationError } from "./pagination-error.ts";
import { START } from "./place.ts";
import { walkPageSize, withPageSize } from "./query/page-size.ts";
import { withoutMark } from "./query/raw-query.ts";
import { shareWalk } from "./share-walk.ts";
import type { PagingStyle } from "./styles/paging-style.ts";

/**
 * `createPager` for a list of this style: a bundle has no other in it.
 *
 * @throws what `createPager` throws.
 */
export function createPagerOf<Item, Body = unknown>(
  style: PagingStyle,
  config: PagerConfig<Body>,
): Pager<Item, Body> {
  checkOptions(config, style);
  const { scheme, windows, cursor } = config;
  const query = withoutMark(config.query ?? "");
  const readers = createReaders(scheme);
  const made = fingerprint(config, query);
  const { place: start, pageSize } =
    cursor === undefined
      ? {
          place: windows?.length === 0 ? undefined : START,
          pageSize: walkPageSize(scheme, query, config.limit),
        }
      : readCursor(cursor, made);
  const styleOf = (window: number) => {
    const base = withoutMark(windows?.[window] ?? query);
    return style.over(scheme, withPageSize(scheme, base, pageSize), readers, pageSize);
  };
  return shareWalk({
    ...config,
    limit: config.limit ?? Number.POSITIVE_INFINITY,
    maxPages: config.maxPages ?? Number.POSITIVE_INFINITY,
    start,
    readers,
    styleOf,
    cursorOf: (place) => encodeCursor({ place, pageSize }, made),
  });
}

function readCursor(cursor: string, made: Fingerprint): CursorState {
  try {
    return decodeCursor(cursor, made);
  } catch (cause) {
    // Only errors are thrown there.
    const { message } = cause as Error;
    throw new PaginationError(message, { reason: "cursor", cursor, pagesFetched: 0, itemsYielded: 0, cause });
  }
}
