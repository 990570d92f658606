import type { OnRepeat } from "./options/pager-options.ts";
import type { Place } from "./place.ts";
import type { Following } from "./styles/style.ts";
import { WalkFailure } from "./walk-failure.ts";

/** What a page that has arrived means for the walk. */
export interface Step {
  /** The place after the whole page; `undefined` at the end of the list. */
  readonly after: Place | undefined;
  /** Set when the page's records were those of the page before it. */
  readonly discard?: true;
  /** Why the walk ends after this page's records. A walk resumed from `after` asks for the page again. */
  readonly failure?: WalkFailure;
}

/** Where the walk goes on after a page of `received` records. */
export function goOn(
  place: Place,
  received: number,
  following: Following,
  list: { windows: number; onRepeat: OnRepeat; comesBack: (position: string) => boolean },
): Step {
  const windowEnd =
    place.window + 1 < list.windows ? { window: place.window + 1, position: "", skip: 0 } : undefined;
  const stay: Place = { ...place, skip: Math.max(place.skip, received) };
  const next = (position: string): Place => ({
    window: place.window,
    position,
    skip: Math.max(0, place.skip - received),
  });

  switch (following.kind) {
    case "end":
      return { after: windowEnd };
    case "lost":
      return { after: stay, failure: new WalkFailure("next", following.problem) };
    case "again":
      if (list.onRepeat === "allow") return { after: next(following.position) };
      if (list.onRepeat === "stop" || following.certain) return { after: windowEnd, discard: true };
      return {
        after: place,
        discard: true,
        failure: repeated("the page holds the records of the page before it"),
      };
    case "page":
      if (list.onRepeat === "allow" || !list.comesBack(following.position))
        return { after: next(following.position) };
      if (list.onRepeat === "stop") return { after: windowEnd };
      return { after: stay, failure: repeated("the next page is one that the walk has already been to") };
  }
}

const repeated = (what: string): WalkFailure =>
  new WalkFailure("repeat", `${what}; with onRepeat "stop" the list ends there, with "allow" it goes on`);
