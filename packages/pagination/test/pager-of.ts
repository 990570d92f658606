import { createPager, type Pager, type PagerOptions, PaginationError } from "../src/index.ts";
import { linkScheme, type NumberList } from "./fake-list.ts";

/** A pager over a list of numbers whose pages are linked. */
export const pagerOf = (list: NumberList, options: PagerOptions = {}): Pager<number, { items: number[] }> =>
  createPager({ scheme: linkScheme, fetchPage: list.fetchPage, ...options });

/** The error that a promise is expected to reject with. */
export async function caught(promise: Promise<unknown>): Promise<PaginationError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!PaginationError.is(error)) throw new Error(`expected a PaginationError, got ${String(error)}`);
  return error;
}
