import { depart, type Flight } from "./flight.ts";
import type { FetchPage, PageAnswer } from "./page.ts";

/** A page to ask for: the query, and the window that it belongs to. */
export interface Wanted {
  readonly window: number;
  readonly query: string;
}

/** The pages on their way, and those that have arrived before their turn. */
export class Flights<Body> {
  readonly #fetchPage: FetchPage<Body>;
  readonly #signal: AbortSignal | undefined;
  readonly #flights = new Map<string, Flight<Body>>();
  #closed = false;

  constructor(fetchPage: FetchPage<Body>, signal: AbortSignal | undefined) {
    this.#fetchPage = fetchPage;
    this.#signal = signal;
  }

  /** Asks for the pages that are not yet on their way, and gives up those that are no longer wanted. */
  want(pages: readonly Wanted[]): void {
    // A page may land in the very moment in which the walk is left or aborted; nothing must depart after it.
    if (this.#closed || this.#signal?.aborted) return;
    const keys = new Set(pages.map(keyOf));
    for (const [key, flight] of this.#flights) if (!keys.has(key)) this.#drop(key, flight);
    for (const page of pages) this.#flight(page);
  }

  /** Waits for a page that is on its way, and forgets it: who took a page holds it alone. */
  async land(page: Wanted): Promise<PageAnswer<Body>> {
    this.#signal?.throwIfAborted();
    if (this.#closed) throw unwanted();
    try {
      return await this.#flight(page).answer;
    } finally {
      this.#flights.delete(keyOf(page));
    }
  }

  /** Aborts everything, for good. */
  close(): void {
    this.#closed = true;
    for (const [key, flight] of this.#flights) this.#drop(key, flight);
  }

  #flight(page: Wanted): Flight<Body> {
    const key = keyOf(page);
    const flight = this.#flights.get(key) ?? depart(this.#fetchPage, page.query, this.#signal);
    this.#flights.set(key, flight);
    return flight;
  }

  #drop(key: string, flight: Flight<Body>): void {
    this.#flights.delete(key);
    flight.abort(unwanted());
  }
}

const unwanted = () => new DOMException("the page is no longer wanted", "AbortError");
const keyOf = ({ window, query }: Wanted): string => `${window} ${query}`;
