import { depart, type Flight } from "./flight.ts";
import type { FetchPage, PageAnswer } from "./page.ts";
import { WalkFailure } from "./walk-failure.ts";

/** The pages on their way, and those that have arrived before their turn, by their queries. */
export class Flights<Body> {
  readonly #fetchPage: FetchPage<Body>;
  readonly #signal: AbortSignal | undefined;
  readonly #flights = new Map<string, Flight<Body>>();
  /** Whether everything was given up, for good. */
  closed = false;

  constructor(fetchPage: FetchPage<Body>, signal: AbortSignal | undefined) {
    this.#fetchPage = fetchPage;
    this.#signal = signal;
  }

  /** Asks for the pages that are not yet on their way, and gives up those that are no longer wanted. */
  want(queries: readonly string[]): void {
    for (const [query, { abort }] of this.#flights) {
      if (queries.includes(query)) continue;
      this.#flights.delete(query);
      abort(unwanted());
    }
    for (const query of queries) this.#flight(query);
  }

  /**
   * Waits for a page, and forgets it: who took a page holds it alone.
   *
   * @throws WalkFailure when it cannot be had.
   */
  async land(query: string): Promise<PageAnswer<Body>> {
    try {
      return await this.#flight(query).answer;
    } catch (cause) {
      throw new WalkFailure("request", "the page could not be fetched", { cause });
    } finally {
      this.#flights.delete(query);
    }
  }

  /** Aborts everything, for good. */
  close(): undefined {
    this.closed = true;
    this.want([]);
  }

  #flight(query: string): Flight<Body> {
    const flying = this.#flights.get(query);
    if (flying) return flying;
    // A page may land in the very moment in which the walk is left or aborted; nothing must depart after it.
    this.#signal?.throwIfAborted();
    if (this.closed) throw unwanted();
    const flight = depart(this.#fetchPage, query, this.#signal);
    this.#flights.set(query, flight);
    return flight;
  }
}

const unwanted = () => new DOMException("the page is no longer wanted", "AbortError");
