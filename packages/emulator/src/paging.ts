import type { LazyList } from "./lazy-list.ts";

/** Where a page starts. */
export interface Position {
  /** Number of records before the page. */
  readonly offset: number;
  /** Page number, from 0. */
  readonly page: number;
}

/** The page that a request asks for. */
export interface PageRequest {
  /** Records per page. */
  readonly size: number;
  readonly position: Position;
  /** The page token as sent; null if there is none. */
  readonly token: string | null;
}

/** The paging parameters of a provider. All emulated APIs have a page size, a count and an opaque token. */
export interface PagingParameters {
  /** Name and default of the page size, which is 1 to 1000. */
  readonly size: { readonly name: string; readonly default: number };
  /** Name of a count from 0: the page number, or the number of records to skip. */
  readonly count: string;
  /** Name of the page token. */
  readonly token: string;
  /** Returns the position for a count and a token. Throws the provider's error for an invalid combination. */
  readonly locate: (count: number, token: string | null) => Position;
  /** Returns the provider's error for a parameter that is not an integer in range. */
  readonly invalid: (name: string, minimum: number, maximum: number) => Error;
}

const MAX_PAGE_SIZE = 1000;

/**
 * Reads the paging parameters of a query.
 *
 * @param clampPageSize maximum page size; a larger one is accepted and reduced to it
 * @throws the provider's error for an invalid parameter
 */
export function readPageRequest(
  query: URLSearchParams,
  { size, count, token, locate, invalid }: PagingParameters,
  clampPageSize = MAX_PAGE_SIZE,
): PageRequest {
  const readInteger = (name: string, fallback: number, minimum: number, maximum: number): number => {
    const text = query.get(name);
    if (text === null) return fallback;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw invalid(name, minimum, maximum);
  };
  const pageSize = readInteger(size.name, size.default, 1, MAX_PAGE_SIZE);
  const number = readInteger(count, 0, 0, Number.MAX_SAFE_INTEGER);
  const tokenText = query.get(token);
  return {
    size: Math.min(pageSize, clampPageSize),
    position: locate(number, tokenText),
    token: tokenText,
  };
}

/** A page of a list and the positions of its neighbors. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly position: Position;
  /** Null on the last page. */
  readonly next: Position | null;
  /** Null on the first page. */
  readonly previous: Position | null;
}

/**
 * Returns a page of a list. A page after the end is empty and has no next page.
 *
 * @param emptyPages numbers of pages, from 0, that get no records although the list continues
 */
export function getPage<T>(
  list: LazyList<T>,
  { position, size }: PageRequest,
  emptyPages: readonly number[],
): Page<T> {
  const { offset, page } = position;
  const isEmpty = offset < list.count && emptyPages.includes(page);
  const end = isEmpty ? offset : Math.max(offset, Math.min(offset + size, list.count));
  const items: T[] = [];
  for (let index = offset; index < end; index += 1) {
    items.push(list.at(index));
  }
  return {
    items,
    position,
    next: end < list.count ? { offset: end, page: page + 1 } : null,
    previous: page > 0 ? { offset: Math.max(0, offset - size), page: page - 1 } : null,
  };
}

/** Page tokens of a provider. */
export interface PageTokens<T> {
  encode(value: T): string;
  /** Returns the value of a token, or undefined if this emulator did not issue it. */
  decode(token: string): T | undefined;
}

/**
 * Creates page tokens in base64.
 *
 * @param format returns the text to encode. Its length must not be a multiple of 3, so that each token ends in
 *   `=` and clients must percent-encode it
 * @param parse returns the value of a text, or undefined for an invalid one
 */
export function createPageTokens<T>(
  prefix: string,
  format: (value: T) => string,
  parse: (text: string) => T | undefined,
): PageTokens<T> {
  const encode = (value: T) => prefix + Buffer.from(format(value)).toString("base64");
  return {
    encode,
    decode: (token) => {
      if (!token.startsWith(prefix)) return undefined;
      const value = parse(Buffer.from(token.slice(prefix.length), "base64").toString("latin1"));
      // Node's decoder ignores characters that are not base64: only the canonical token is accepted.
      return value !== undefined && encode(value) === token ? value : undefined;
    },
  };
}
