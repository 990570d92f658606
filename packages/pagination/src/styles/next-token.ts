import { expression } from "../answer/expression.ts";
import { removeParams, setParam } from "../query/raw-query.ts";
import type { NextTokenScheme } from "../scheme.ts";
import { followNext } from "./follow-next.ts";
import type { PagingStyle } from "./paging-style.ts";

/** The base query with the token in its parameter, all filters kept; the position is the token. */
export const nextToken: PagingStyle<NextTokenScheme> = {
  name: "next-token",
  foreseeable: false,
  over(scheme, base, readers) {
    const next = expression(scheme.next);
    const later = removeParams(base, scheme.firstPageOnly ?? []);
    return {
      query: (position) => (position === "" ? base : setParam(later, scheme.param, position)),
      following: (_, page) => followNext(page, readers, next(page.body, page.headers), scheme.next),
    };
  },
};
