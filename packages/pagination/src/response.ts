import { describe, mismatch } from "./check.ts";
import { WalkFailure } from "./errors.ts";
import { parsePointer, readPointer } from "./json-pointer.ts";
import type { BaseScheme } from "./scheme.ts";

/** A page that the pager requests: always the same operation, with this query. */
export interface PageRequest {
  /** The raw query, without `?`. Send its bytes as they are. */
  readonly query: string;
  /** Aborts when the page is no longer needed. */
  readonly signal: AbortSignal;
}

/** Response headers, as `Headers` or as a plain object. Names are compared without letter case. */
export type ResponseHeaders = Pick<Headers, "get"> | Readonly<Record<string, string>>;

/** What `fetchPage` resolves to. */
export interface PageResponse<Body = unknown> {
  /** The parsed body. Read once, when the page is used, so it may be a getter that parses late. */
  readonly body: Body;
  /** The headers, for schemes that read one. Defaults to those of `response`. */
  readonly headers?: ResponseHeaders | undefined;
  /** The response, which becomes `Page.response`. Defaults to none. */
  readonly response?: Response | undefined;
}

/** Requests one page. Rejects if there is no page, for instance if the status is not 2xx. The pager does not retry. */
export type FetchPage<Body = unknown> = (request: PageRequest) => Promise<PageResponse<Body>>;

/** What the pager has read of a response. */
export interface PageContent<Item = unknown, Body = unknown> {
  readonly items: readonly Item[];
  readonly body: Body;
  readonly headers: ResponseHeaders | undefined;
  readonly response: Response | undefined;
  readonly total: number | undefined;
}

/** @throws WalkFailure if the body cannot be read, or has no array of records where the scheme says. */
export function readPage<Item, Body>(
  page: PageResponse<Body>,
  reader: ResponseReader,
): PageContent<Item, Body> {
  const body = readBody(page);
  const items = reader.items(body);
  if (!Array.isArray(items)) throw new WalkFailure("items", notRecords(body, items, reader.itemsPointer));
  const { response, headers = response?.headers } = page;
  return { items, body, headers, response, total: reader.total(body, headers) };
}

/** `body` may be a getter, and throw. */
function readBody<Body>(page: PageResponse<Body>): Body {
  try {
    return page.body;
  } catch (cause) {
    throw new WalkFailure("request", "the body could not be read", { cause });
  }
}

function notRecords(body: unknown, items: unknown, pointer: string): string {
  if (pointer !== "" && describe(body) !== "an object") {
    return mismatch("the body", body, `an object with an array of records at ${pointer}`);
  }
  return mismatch(pointer === "" ? "the body" : `${pointer} in the body`, items, "an array of records");
}

/** Reads a value from a response. Returns `undefined` if it is missing or has another type. */
export type Read<T> = (body: unknown, headers: ResponseHeaders | undefined) => T | undefined;

/** Reads what the schemes of all styles describe. */
export interface ResponseReader {
  readonly items: (body: unknown) => unknown;
  /** Where `items` reads, for messages. */
  readonly itemsPointer: string;
  readonly hasMore: Read<boolean>;
  readonly total: Read<number>;
}

/** @throws TypeError if a pointer or an expression of the scheme is malformed. */
export function createReader({ items, hasMore, total }: BaseScheme): ResponseReader {
  const tokens = parsePointer(items);
  return {
    items: (body) => readPointer(body, tokens),
    itemsPointer: items,
    hasMore: convert(hasMore, toFlag),
    total: countReader(total),
  };
}

/** @throws TypeError if the expression is malformed. */
export const countReader = (expression: string | undefined): Read<number> => convert(expression, toCount);

const convert = <T>(expression: string | undefined, toValue: (value: unknown) => T | undefined): Read<T> => {
  if (expression === undefined) return () => undefined;
  const read = expressionReader(expression);
  return (body, headers) => toValue(read(body, headers));
};

/** Headers and some APIs write a flag as text, or as 0 and 1. */
function toFlag(value: unknown): boolean | undefined {
  // An object is no flag, and its text would be what a `toString` of the provider says.
  const text = typeof value === "object" ? "" : String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function toCount(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** A pointer into the body, or the name of a header (RFC 9110, 5.1; `Headers` throws for other names). */
const EXPRESSION = /^\$response\.(?:body#(.*)|header\.([\w!#$%&'*+.^`|~-]+))$/s;

/**
 * Compiles an OpenAPI runtime expression to a function that reads it from a response.
 *
 * @throws TypeError if the text is not an expression that reads a response.
 */
export function expressionReader(text: string): Read<unknown> {
  const [, pointer, name] = EXPRESSION.exec(text) ?? [];
  if (pointer !== undefined) {
    const tokens = parsePointer(pointer);
    return (body) => readPointer(body, tokens);
  }
  if (name !== undefined) return (_body, headers) => getHeader(headers, name);
  throw new TypeError(
    `"${text}" does not read a response; use $response.body#/json/pointer or $response.header.Name`,
  );
}

function getHeader(headers: ResponseHeaders = {}, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  const lowerCase = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === lowerCase)?.[1];
}

const isHeaders = (headers: ResponseHeaders): headers is Pick<Headers, "get"> =>
  typeof headers.get === "function";
