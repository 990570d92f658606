import type { Place } from "./place.ts";

/** A page that the walk has taken, cut to what the consumer is to have of it. */
export interface TakenPage<Item, Body> {
  readonly index: number;
  readonly items: readonly Item[];
  readonly body: Body;
  readonly response: Response | undefined;
  readonly total: number | undefined;
  /** The place before the first of `items`. */
  readonly place: Place;
  /** The place after the last of `items`; `undefined` at the end of the list. */
  readonly after: Place | undefined;
}
