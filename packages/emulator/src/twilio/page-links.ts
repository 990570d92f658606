import type { ListPage, Position } from "../list/cut-page.ts";
import type { PageRequest } from "./page-request.ts";
import { encodePageToken } from "./page-token.ts";

export interface PageLinks {
  readonly first: string;
  readonly self: string;
  readonly next: string | null;
  readonly previous: string | null;
}

const PAGING = new Set(["PageSize", "Page", "PageToken"]);

/**
 * The links of a page: each repeats the caller's filters, then `PageSize` and `Page`, then the token where
 * there is one, everything percent-encoded.
 *
 * @param address what stands before the question mark
 */
export function pageLinks(
  address: string,
  query: URLSearchParams,
  { size, token }: PageRequest,
  { position, next, previous }: ListPage<unknown>,
): PageLinks {
  const filters = [...query].filter(([name]) => !PAGING.has(name));
  const link = (page: number, pageToken: string | null) => {
    const parameters = [...filters, ["PageSize", String(size)], ["Page", String(page)]];
    if (pageToken !== null) parameters.push(["PageToken", pageToken]);
    return `${address}?${parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
  };
  const linkTo = (target: Position | null) =>
    target === null ? null : link(target.page, encodePageToken(target.offset));
  return {
    first: link(0, null),
    self: link(position.page, token),
    next: linkTo(next),
    previous: linkTo(previous),
  };
}
