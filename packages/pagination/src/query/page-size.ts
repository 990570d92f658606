import type { PaginationScheme } from "../scheme.ts";
import { getParam, setParam } from "./raw-query.ts";

/**
 * Records to ask for on every page of a walk; `undefined` leaves the caller's query and the provider to it.
 *
 * With a limit the pages are evened out: 250 records at up to 200 a page are asked for as 125 and 125. One size serves
 * the whole walk because links and page numbers only fit the size that they were made with.
 */
export function walkPageSize(
  scheme: PaginationScheme,
  query: string,
  limit: number | undefined,
): number | undefined {
  if (scheme.pageSize === undefined) return undefined;
  const { param, default: usual, maximum } = scheme.pageSize;
  const asked = getParam(query, param);
  if (asked !== undefined && !isSize(asked)) return undefined;
  const size = asked === undefined ? usual : Number(asked);
  if (limit === undefined || limit === 0) return size;
  const cap = size ?? maximum;
  return cap === undefined ? undefined : Math.ceil(limit / Math.ceil(limit / cap));
}

/** The query with the page size of the walk in it. */
export const withPageSize = (scheme: PaginationScheme, query: string, size: number | undefined): string =>
  scheme.pageSize && size !== undefined ? setParam(query, scheme.pageSize.param, String(size)) : query;

/** What is no size at all goes out as it is: the provider's own error says it better. */
const isSize = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text);
