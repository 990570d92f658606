import type { NextLinkScheme } from "../scheme.ts";
import { links } from "./links.ts";
import type { PagingStyle } from "./paging-style.ts";

/** Pages that name the next one by a link in the body, or alone in a header. */
export const nextLink: PagingStyle<NextLinkScheme> = {
  name: "next-link",
  foreseeable: false,
  over: (scheme, base, readers) => links(scheme, base, readers, (link) => link),
};
