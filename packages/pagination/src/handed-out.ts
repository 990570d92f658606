import type { Page } from "./page.ts";
import type { Place } from "./place.ts";
import type { TakenPage } from "./taken-page.ts";

/** A page as the consumer gets it. Few consumers look at the cursor of every page, so it is made when asked for. */
export function handedOut<Item, Body>(
  { body, response, index, total, after }: TakenPage<Item, Body>,
  items: readonly Item[],
  cursorOf: (place: Place | undefined) => string,
): Page<Item, Body> {
  const page = {
    items,
    body,
    response,
    index,
    get cursor() {
      return cursorOf(after);
    },
  };
  return total === undefined ? page : Object.assign(page, { total });
}
