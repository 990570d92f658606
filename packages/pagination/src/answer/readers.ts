import type { AnswerHeaders } from "../page.ts";
import type { PaginationScheme } from "../scheme.ts";
import { expression } from "./expression.ts";
import { pointer } from "./pointer.ts";

type Read<T> = (body: unknown, headers: AnswerHeaders | undefined) => T | undefined;

/** Reads from an answer what a scheme says is in it; what is absent or not understood is `undefined`. */
export interface Readers {
  readonly items: (body: unknown) => unknown;
  /** Where `items` looks, for messages. */
  readonly itemsPointer: string;
  readonly hasMore: Read<boolean>;
  readonly total: Read<number>;
}

/** @throws TypeError when an expression or pointer of the scheme is malformed. */
export const createReaders = ({ items, hasMore, total }: PaginationScheme): Readers => ({
  items: pointer(items),
  itemsPointer: items,
  hasMore: reader(hasMore, toFlag),
  total: readCount(total),
});

const reader = <T>(text: string | undefined, convert: (value: unknown) => T | undefined): Read<T> => {
  if (text === undefined) return () => undefined;
  const read = expression(text);
  return (body, headers) => convert(read(body, headers));
};

/** @throws TypeError when the expression is malformed. */
export const readCount = (text: string | undefined): Read<number> => reader(text, toCount);

/** Headers and loose APIs write flags as text or as 0 and 1. */
function toFlag(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (text === "true" || text === "1") return true;
  return text === "false" || text === "0" ? false : undefined;
}

function toCount(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
