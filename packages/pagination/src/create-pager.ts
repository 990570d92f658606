import { createPagerOf } from "./create-pager-of.ts";
import type { Pager } from "./pager.ts";
import type { PagerConfig } from "./pager-config.ts";
import { everyStyle } from "./styles/every-style.ts";
import { findStyle } from "./styles/find-style.ts";

/**
 * A pager over a list: every record once, in order.
 *
 * @throws TypeError or RangeError when an option or the scheme cannot be meant; PaginationError with reason `cursor` when
 * the cursor is damaged or was made for another list.
 */
export const createPager = <Item, Body = unknown>(config: PagerConfig<Body>): Pager<Item, Body> =>
  createPagerOf(findStyle(everyStyle, config.scheme), config);
