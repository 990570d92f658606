import { removeParams } from "../query.ts";
import { expressionReader } from "../response.ts";
import type { BaseScheme, ResponseExpression } from "../scheme.ts";
import { followNext, nextFailure } from "./follow-next.ts";
import { EXPRESSION, type PagingStyle } from "./style.ts";

/** Each response has a link to the next page: an absolute URL, a relative reference, or a `Link` header. */
export interface NextLinkScheme extends BaseScheme {
  readonly style: "next-link";
  /** Where a response gives the link. `$response.header.Link` reads the relation `next` of a `Link` header (RFC 8288). */
  readonly next: ResponseExpression;
}

/** The paging style `next-link`. The query of the link replaces the whole base query, byte for byte. */
export const nextLink: PagingStyle<NextLinkScheme, false> = {
  name: "next-link",
  predictable: false,
  requires: { next: EXPRESSION },
  paginate(scheme, base, reader) {
    const read = expressionReader(scheme.next);
    const isLinkHeader = /^\$response\.header\.link$/i.test(scheme.next);
    return {
      // The position is the query of the link.
      query: (position) => (position === "" ? base : position),
      next(_, page) {
        const value = read(page.body, page.headers);
        const link = isLinkHeader && typeof value === "string" ? nextOfLinkHeader(value) : value;
        const step = followNext(page, reader, link, scheme.next);
        if (step.position === undefined) return step;
        const query = linkQuery(step.position);
        // The message does not quote the link: a server may have echoed a credential in it.
        if (query === undefined) {
          return nextFailure(`the link at ${scheme.next} has no query, and only the query of a link is used`);
        }
        return { position: removeParams(query, scheme.firstPageOnly ?? []) };
      },
    };
  },
};

/** Returns the query of a URL, a relative reference or a bare `?query`, byte for byte; `undefined` if it has none. */
function linkQuery(link: string): string | undefined {
  const withoutFragment = link.split("#", 1)[0] ?? "";
  const mark = withoutFragment.indexOf("?");
  const query = mark === -1 ? "" : withoutFragment.slice(mark + 1);
  return query === "" ? undefined : query;
}

/*
 * A quantifier below never competes with its neighbor for a character, so a hostile header costs time linear in its length.
 * Quoted values may hold commas, semicolons and escaped quotes.
 */
const LINK_PARAM = /\s*;\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

/** Returns the target of the first link with relation `next` in a `Link` header (RFC 8288). */
export function nextOfLinkHeader(header: string): string | undefined {
  const link = new RegExp(`<([^<>]*)>((?:${LINK_PARAM.source})*)`, "g");
  for (const [, target = "", params = ""] of header.matchAll(link)) {
    if (relations(params).includes("next")) return target.trim();
  }
  return undefined;
}

/** The first `rel` counts (RFC 8288, 3.3). It may name several relations, in any letter case. */
function relations(params: string): string[] {
  for (const [, name = "", quoted, bare] of params.matchAll(LINK_PARAM)) {
    if (name.toLowerCase() === "rel") return (quoted ?? bare ?? "").toLowerCase().split(/\s+/);
  }
  return [];
}
