import { expression } from "../answer/expression.ts";
import type { Readers } from "../answer/readers.ts";
import { linkQuery } from "../query/link-query.ts";
import { removeParams } from "../query/raw-query.ts";
import type { NextLinkScheme } from "../scheme.ts";
import { followNext, lost } from "./follow-next.ts";
import type { Style } from "./style.ts";

/** The link's query replaces the base query whole, its bytes kept; the position is that query. */
export function links(
  scheme: NextLinkScheme,
  base: string,
  readers: Readers,
  linkIn: (value: unknown) => unknown,
): Style {
  const next = expression(scheme.next);
  return {
    query: (position) => (position === "" ? base : position),
    following(_, page) {
      const link = linkIn(next(page.body, page.headers));
      const following = followNext(page, readers, link, scheme.next);
      if (following.position === undefined) return following;
      const query = linkQuery(following.position);
      // The link is not quoted: a server may have echoed a credential in it.
      if (query === undefined) return lost(`the link at ${scheme.next} has no query to ask for a page with`);
      return { position: removeParams(query, scheme.firstPageOnly ?? []) };
    },
  };
}
