import { type ReadAnswer, readAnswer } from "./answer/read-answer.ts";
import type { Flights } from "./flights.ts";
import type { List } from "./list.ts";
import type { Place } from "./place.ts";
import { RepeatDetector } from "./repeat-detector.ts";
import { repeated, type WalkFailure } from "./walk-failure.ts";

/** A page that the walk has taken, cut to what the consumer is to have of it. */
export interface TakenPage<Item, Body> extends ReadAnswer<Item, Body> {
  /** The place after the last of `items`; `undefined` at the end of the list. */
  readonly after: Place | undefined;
}

/**
 * Gives a function that takes the pages of a list one after the other, each once, to its end or to a cap: `undefined`. It
 * knows where the list goes on, and no consumers. It rejects, as a rule with a `WalkFailure`, when a page cannot be had. No
 * generator, since one would hold on to the page that it has given until it has the next.
 */
export function walk<Item, Body>(
  list: List<Body>,
  flights: Flights<Body>,
): () => Promise<TakenPage<Item, Body> | undefined> {
  const { start, limit, maxPages, prefetch = 1, concurrency = 1, onRepeat = "error", styleOf } = list;
  const windows = list.windows?.length ?? 1;
  let place = start;
  let style = styleOf(start?.window ?? 0);
  let repeats = new RepeatDetector(style.query(start?.position ?? ""));
  let failure: WalkFailure | undefined;
  let pages = 0;
  let records = 0;
  /** Records on the page before the place; 0 where a window begins. */
  let pageLength = 0;
  let pagesLeft = maxPages;

  const capped = () => records >= limit || pages >= maxPages;

  const read = async (query: string) => readAnswer<Item, Body>(await flights.land(query), list.readers);

  /** Asks for the next page and, as far as they can be told, those after it; `count` of them at most. */
  const ask = (count: number): void => {
    const queries: string[] = [];
    if (place !== undefined && !capped() && !failure && count > 0) {
      queries.push(style.query(place.position));
      // Later windows go first because they are sure to be walked, unless a cap is met before: how much of it a window uses
      // up is never sure. A page once foreseen then stays so.
      const last = Number.isFinite(Math.min(limit, maxPages)) ? 0 : Math.min(windows, place.window + count);
      for (let window = place.window + 1; window < last; window++) queries.push(styleOf(window).query(""));

      const needed = Math.min(pagesLeft, maxPages - pages, Math.ceil((limit - records) / pageLength)) - 1;
      const more = Math.min(needed, count - queries.length);
      if (pageLength > 0 && more > 0 && style.foresee) {
        queries.push(...style.foresee(place.position, pageLength, more));
      }
    }
    flights.want(queries);
  };

  return async () => {
    if (place === undefined || capped()) return undefined;
    if (failure) throw failure;
    if (pages === 0) ask(concurrency);
    const page = await read(style.query(place.position));
    const following = await style.following(place.position, page, onRepeat, read);
    pages++;

    let next = following.position;
    failure = following.failure;
    if (next !== undefined && onRepeat !== "allow" && repeats.repeats(style.query(next))) {
      next = undefined;
      if (onRepeat === "error") failure = repeated("the next page is one that the walk has already been to");
    }

    // Cut at both ends: where a resumed walk goes on, and where the limit is met.
    const all = following.discard ? [] : page.items;
    const first = Math.min(place.skip, all.length);
    const last = Math.min(all.length, first + limit - records);
    const items = last - first === page.items.length ? page.items : all.slice(first, last);
    const { window, skip } = place;
    let after: Place | undefined;
    if (last < all.length) after = { ...place, skip: last };
    else if (failure) after = { ...place, skip: Math.max(skip, last) };
    else if (next !== undefined) after = { window, position: next, skip: Math.max(0, skip - last) };
    else if (window + 1 < windows) after = { window: window + 1, position: "", skip: 0 };

    records += last - first;
    pageLength = all.length;
    pagesLeft = following.left ?? maxPages;
    place = after;
    if (place !== undefined && place.window !== window) {
      pageLength = 0;
      style = styleOf(place.window);
      repeats = new RepeatDetector(style.query(""));
    }
    ask(concurrency > 1 ? concurrency : prefetch);
    return { ...page, items, after };
  };
}
