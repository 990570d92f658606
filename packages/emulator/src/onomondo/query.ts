import { createPageTokens, type PagingParameters, type Position } from "../paging.ts";
import { addMonths, DAY, formatDate } from "../time.ts";
import { onomondoError } from "./conventions.ts";

/** The validated parameters of a list of usage, without the paging parameters. */
export interface UsageQuery {
  /** Days of the history, from 0, both inclusive. The range is empty if `first` is after `last`. */
  readonly days: { readonly first: number; readonly last: number };
  /** SIM IDs that a record must match, all of them. */
  readonly simIds: readonly string[];
  /** Country codes that a record must match, all of them. */
  readonly countryCodes: readonly string[];
  /** Whether each SIM has one record for each hour. */
  readonly byHours: boolean;
}

/**
 * Reads `filter`, `filter[]` and `group`.
 *
 * @param keys filter keys that the operation documents
 * @param history start of the first day, and number of days
 * @throws ProviderError with status 400 for an invalid parameter
 */
export function readUsageQuery(
  query: URLSearchParams,
  keys: readonly string[],
  history: { readonly start: number; readonly days: number },
): UsageQuery {
  const filters = readFilters(query, keys);
  const valuesOf = (key: string) =>
    filters.filter((filter) => filter.key === key).map((filter) => filter.value);
  let first = 0;
  let last = history.days - 1;
  for (const text of valuesOf("time")) {
    const range = parseTimeFilter(text);
    if (range === undefined) throw onomondoError(400, "invalid_filter");
    first = Math.max(first, (range.start - history.start) / DAY);
    last = Math.min(last, (range.end - history.start) / DAY - 1);
  }
  return {
    days: { first, last },
    simIds: valuesOf("sim_id"),
    countryCodes: valuesOf("country_code"),
    byHours: readGroup(query),
  };
}

/** Reads one `filter=key:value`, and any number of `filter[]=key:value`. A record must match all of them. */
function readFilters(query: URLSearchParams, keys: readonly string[]) {
  const single = query.getAll("filter");
  if (single.length > 1) throw onomondoError(400, "invalid_filter");
  return [...single, ...query.getAll("filter[]")].map((text) => {
    const [, key, value] = /^(\w+):(.+)$/.exec(text) ?? [];
    if (key === undefined || value === undefined || !keys.includes(key))
      throw onomondoError(400, "invalid_filter");
    return { key, value };
  });
}

/** `group` is free text, but only `hours` is documented. Other values are rejected here. */
function readGroup(query: URLSearchParams): boolean {
  const group = query.get("group");
  if (group !== null && group !== "hours") throw onomondoError(400, "invalid_group");
  return group === "hours";
}

/** Parses `2020`, `2020-01` or `2020-01-30` as a half-open range of time; undefined for anything else. */
export function parseTimeFilter(text: string): { readonly start: number; readonly end: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const start = Date.parse(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  // Date.parse accepts 30 February and returns 1 or 2 March.
  if (Number.isNaN(start) || !formatDate(start).startsWith(text)) return undefined;
  if (day !== undefined) return { start, end: start + DAY };
  return { start, end: addMonths(start, month === undefined ? 12 : 1) };
}

/** Page tokens in base64 that look like a time, as Onomondo's do. */
export const pageTokens = createPageTokens<Position>(
  "",
  ({ offset, page }) => `${String(page).padStart(8, "0")}T00:00:00.000Z@${String(offset).padStart(16, "0")}@`,
  (text) => {
    const [, page, offset] = /^(\d{8})T00:00:00\.000Z@(\d{16})@$/.exec(text) ?? [];
    return page === undefined ? undefined : { page: Number(page), offset: Number(offset) };
  },
);

/**
 * `limit` (1 to 1000, default 1000), `offset` and `next_page`. Onomondo does not document how the last two
 * combine. Here `offset` is added to the position of `next_page`, so that a client that repeats its offset
 * visibly loses records.
 */
export const onomondoPaging: PagingParameters = {
  size: { name: "limit", default: 1000 },
  count: "offset",
  token: "next_page",
  locate: (skip, token) => {
    const position = token === null ? { offset: 0, page: 0 } : pageTokens.decode(token);
    if (position === undefined) throw onomondoError(400, "invalid_next_page");
    return { offset: position.offset + skip, page: position.page };
  },
  invalid: (name) => onomondoError(400, `invalid_${name}`),
};
