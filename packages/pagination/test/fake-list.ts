import type { FetchPage, PaginationScheme } from "../src/index.ts";

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

/** A provider with the numbers from 1 to `count`, `size` on a page, which keeps account of what it is asked. */
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

  /** What happens to a request before it is answered. Default: it takes one turn of the event loop. */
  before: (query: string, signal: AbortSignal) => Promise<void> = () =>
    new Promise((resolve) => setImmediate(resolve));

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
