import type { Wanted } from "./flights.ts";
import type { Place } from "./place.ts";
import type { Style } from "./styles/style.ts";

/** What is known about the pages to come. */
export interface Outlook {
  /** The style of the place's window. */
  readonly style: Style;
  readonly styleOf: (window: number) => Style;
  readonly windows: number;
  /** How many pages to name, at most. */
  readonly count: number;
  /** Records on the page before the place, which those after it are taken to have too; 0 where that is not known. */
  readonly pageLength: number;
  /** Pages to come in the place's window; `undefined` where nothing tells. */
  readonly pagesLeft: number | undefined;
  /** What the caps leave. */
  readonly recordsAllowed: number;
  readonly pagesAllowed: number;
}

/**
 * The pages from a place on, as far as they can be told: the next one; the first ones of the windows after it; those that
 * follow by number. Windows go first because they are sure to be walked, and a page once foreseen then stays so. A cap
 * allows only what it is sure to need, and how much of it a window uses up is never sure.
 */
export function foresee(place: Place, outlook: Outlook): Wanted[] {
  const { style, count, windows, pageLength, pagesLeft = Number.POSITIVE_INFINITY } = outlook;
  if (count === 0) return [];
  const wanted: Wanted[] = [{ window: place.window, query: style.query(place.position) }];

  const uncapped = !Number.isFinite(outlook.recordsAllowed) && !Number.isFinite(outlook.pagesAllowed);
  for (let window = place.window + 1; uncapped && wanted.length < count && window < windows; window++) {
    wanted.push({ window, query: outlook.styleOf(window).query("") });
  }

  if (wanted.length < count && pageLength > 0 && style.foresee) {
    const needed = Math.min(pagesLeft, outlook.pagesAllowed, Math.ceil(outlook.recordsAllowed / pageLength));
    const pages = Math.min(1 + count - wanted.length, needed);
    for (const query of style.foresee(place.position, pageLength, pages).slice(1)) {
      wanted.push({ window: place.window, query });
    }
  }
  return wanted;
}
