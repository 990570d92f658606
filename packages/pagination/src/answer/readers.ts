import type { AnswerHeaders } from "../page.ts";
import type { PaginationScheme } from "../scheme.ts";
import { expression, type ReadExpression } from "./expression.ts";
import { pointer } from "./pointer.ts";

/** Reads from an answer what a scheme says is in it; what is absent or not understood is `undefined`. */
export interface Readers {
  readonly items: (body: unknown) => unknown;
  /** Where `items` looks, for messages. */
  readonly itemsPointer: string;
  readonly next: ReadExpression;
  readonly hasMore: (body: unknown, headers: AnswerHeaders | undefined) => boolean | undefined;
  readonly total: (body: unknown, headers: AnswerHeaders | undefined) => number | undefined;
  readonly totalPages: (body: unknown, headers: AnswerHeaders | undefined) => number | undefined;
}

/** @throws TypeError when an expression or pointer of the scheme is malformed. */
export function createReaders(scheme: PaginationScheme): Readers {
  const read = (text: string | undefined): ReadExpression =>
    text === undefined ? () => undefined : expression(text);
  const next = read("next" in scheme ? scheme.next : undefined);
  const hasMore = read(scheme.hasMore);
  const total = read(scheme.total);
  const totalPages = read("totalPages" in scheme ? scheme.totalPages : undefined);
  return {
    items: pointer(scheme.items),
    itemsPointer: scheme.items,
    next,
    hasMore: (body, headers) => flag(hasMore(body, headers)),
    total: (body, headers) => count(total(body, headers)),
    totalPages: (body, headers) => count(totalPages(body, headers)),
  };
}

/** Headers and loose APIs write flags as text or as 0 and 1. */
function flag(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function count(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
