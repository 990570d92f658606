import { removeParams, setParam } from "../query.ts";
import { expressionReader } from "../response.ts";
import type { BaseScheme, ResponseExpression } from "../scheme.ts";
import { followNext } from "./follow-next.ts";
import { EXPRESSION, PARAMETER, type PagingStyle } from "./style.ts";

/** Each response has a token that the next request sends in a query parameter. */
export interface NextTokenScheme extends BaseScheme {
  readonly style: "next-token";
  /** Where a response gives the token. */
  readonly next: ResponseExpression;
  /** The query parameter that sends it. */
  readonly param: string;
}

/** The paging style `next-token`. Each page has the base query, filters included, with the token in its parameter. */
export const nextToken: PagingStyle<NextTokenScheme, false> = {
  name: "next-token",
  predictable: false,
  requires: { next: EXPRESSION, param: PARAMETER },
  paginate(scheme, base, reader) {
    const read = expressionReader(scheme.next);
    const later = removeParams(base, scheme.firstPageOnly ?? []);
    return {
      // The position is the token.
      query: (position) => (position === "" ? base : setParam(later, scheme.param, position)),
      next: (_, page) => followNext(page, reader, read(page.body, page.headers), scheme.next),
    };
  },
};
