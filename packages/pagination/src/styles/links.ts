import type { Readers } from "../answer/readers.ts";
import { linkQuery } from "../query/link-query.ts";
import { removeParams } from "../query/raw-query.ts";
import type { NextLinkScheme } from "../scheme.ts";
import { followNext, lost } from "./follow-next.ts";
import type { Following, Style } from "./style.ts";

/** The link's query replaces the base query whole, its bytes kept; the position is that query. */
export function links(
  scheme: NextLinkScheme,
  base: string,
  readers: Readers,
  linkIn: (value: unknown) => unknown,
): Style {
  const follow = (link: string): Following => {
    const query = linkQuery(link);
    // The link is not quoted: a server may have echoed a credential in it.
    if (query === undefined) return lost(`the link at ${scheme.next} has no query to ask for a page with`);
    return { kind: "page", position: removeParams(query, scheme.firstPageOnly ?? []) };
  };
  return {
    query: (position) => (position === "" ? base : position),
    following: (page) =>
      followNext(page, readers, linkIn(readers.next(page.body, page.headers)), scheme.next, follow),
  };
}
