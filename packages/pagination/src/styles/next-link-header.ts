import { nextOfLinkHeader } from "../query/link-header.ts";
import type { NextLinkScheme } from "../scheme.ts";
import { links } from "./links.ts";
import type { PagingStyle } from "./paging-style.ts";

/** Pages that name the next one in a `Link` header (RFC 8288). */
export const nextLinkHeader: PagingStyle<NextLinkScheme> = {
  name: "next-link-header",
  foreseeable: false,
  over: (scheme, base, readers) =>
    links(scheme, base, readers, (value) => (typeof value === "string" ? nextOfLinkHeader(value) : value)),
};
