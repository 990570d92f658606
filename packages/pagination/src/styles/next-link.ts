import type { Readers } from "../answer/readers.ts";
import { nextOfLinkHeader } from "../query/link-header.ts";
import { linkQuery } from "../query/link-query.ts";
import { removeParams } from "../query/raw-query.ts";
import type { NextLinkScheme } from "../scheme.ts";
import { followNext, lost } from "./follow-next.ts";
import type { Following, Style } from "./style.ts";

/** The link's query replaces the base query whole, its bytes kept; the position is that query. */
export function nextLink(scheme: NextLinkScheme, base: string, readers: Readers): Style {
  const isLinkHeader = scheme.next.toLowerCase() === "$response.header.link";
  const follow = (link: string): Following => {
    const query = linkQuery(link);
    // The link is not quoted: a server may have echoed a credential in it.
    if (query === undefined) return lost(`the link at ${scheme.next} has no query to ask for a page with`);
    return { kind: "page", position: removeParams(query, scheme.firstPageOnly ?? []) };
  };
  return {
    query: (position) => (position === "" ? base : position),
    following: (page) => {
      const value = readers.next(page.body, page.headers);
      const link = isLinkHeader && typeof value === "string" ? nextOfLinkHeader(value) : value;
      return followNext(page, readers, link, scheme.next, follow);
    },
  };
}
