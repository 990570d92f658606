import {
  createPager,
  type FetchPage,
  type Pager,
  type PagerOptions,
  PaginationError,
  type PaginationScheme,
} from "../src/index.ts";

export const linkScheme = {
  style: "next-link",
  items: "/items",
  next: "$response.body#/next",
} as const satisfies PaginationScheme;

export const offsetScheme = {
  style: "offset",
  items: "/items",
  param: "offset",
} as const satisfies PaginationScheme;

/** A provider with the numbers from 1 to `count`, `size` per page, that records its requests. */
export class NumberList {
  readonly queries: string[] = [];
  readonly signals: AbortSignal[] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly #count: number;
  readonly #size: number;

  constructor(count: number, size: number) {
    this.#count = count;
    this.#size = size;
  }

  /** Runs before a response. Defaults to one turn of the event loop. */
  before: (query: string, signal: AbortSignal) => Promise<void> = () => nextTurn();

  readonly fetchPage: FetchPage<{ items: number[]; next: string | null }> = async ({ query, signal }) => {
    this.queries.push(query);
    this.signals.push(signal);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    try {
      await this.before(query, signal);
    } finally {
      this.inFlight--;
    }
    const params = new URLSearchParams(query);
    const start = Number(params.get("offset") ?? Number(params.get("page") ?? 0) * this.#size);
    const end = Math.min(start + this.#size, this.#count);
    const items = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index + 1);
    const next = end < this.#count ? `/list?page=${Math.ceil(end / this.#size)}` : null;
    return { body: { items, next } };
  };
}

/** A pager over a list of numbers with links. */
export const pagerOf = (list: NumberList, options: PagerOptions = {}): Pager<number, { items: number[] }> =>
  createPager({ scheme: linkScheme, fetchPage: list.fetchPage, ...options });

/** Resolves when all work of this turn of the event loop is done, microtasks included. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Returns the PaginationError that a promise rejects with. */
export async function caught(promise: Promise<unknown>): Promise<PaginationError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!PaginationError.is(error)) throw new Error(`expected a PaginationError, got ${String(error)}`);
  return error;
}
