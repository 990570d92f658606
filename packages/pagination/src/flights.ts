import { WalkFailure } from "./errors.ts";
import { onAbort } from "./on-abort.ts";
import type { FetchPage, PageResponse } from "./response.ts";

/** The pages in flight, and those that arrived before they were needed, by their queries. */
export class Flights<Body> {
  readonly #fetchPage: FetchPage<Body>;
  readonly #signal: AbortSignal | undefined;
  readonly #flights = new Map<string, Flight<Body>>();
  /** Whether the walk has ended, so that nothing may be requested. */
  closed = false;

  constructor(fetchPage: FetchPage<Body>, signal: AbortSignal | undefined) {
    this.#fetchPage = fetchPage;
    this.#signal = signal;
  }

  /** Requests these pages, unless they are in flight, and aborts all others. */
  schedule(queries: readonly string[]): void {
    for (const [query, { abort }] of this.#flights) {
      if (queries.includes(query)) continue;
      this.#flights.delete(query);
      abort(notNeeded());
    }
    for (const query of queries) this.#flight(query);
  }

  /**
   * Waits for a page and drops it, so that only the caller keeps it in memory.
   *
   * @throws WalkFailure if it cannot be fetched.
   */
  async take(query: string): Promise<PageResponse<Body>> {
    try {
      return await this.#flight(query).response;
    } catch (cause) {
      throw new WalkFailure("request", "the page could not be fetched", { cause });
    } finally {
      this.#flights.delete(query);
    }
  }

  /** Aborts all pages, and requests no more. */
  close(): undefined {
    this.closed = true;
    this.schedule([]);
  }

  #flight(query: string): Flight<Body> {
    const inFlight = this.#flights.get(query);
    if (inFlight) return inFlight;
    // A page may arrive in the moment in which the walk is left or aborted; nothing may be requested after that.
    this.#signal?.throwIfAborted();
    if (this.closed) throw notNeeded();
    const flight = startFlight(this.#fetchPage, query, this.#signal);
    this.#flights.set(query, flight);
    return flight;
  }
}

const notNeeded = () => new DOMException("the page is no longer needed", "AbortError");

/** A page in flight. */
interface Flight<Body> {
  readonly response: Promise<PageResponse<Body>>;
  /** Aborts the signal that `fetchPage` has, and rejects at once, whether `fetchPage` listens or not. */
  readonly abort: (reason: unknown) => void;
}

/** Requests a page. When the response has settled, nothing listens to the signal. */
function startFlight<Body>(
  fetchPage: FetchPage<Body>,
  query: string,
  signal: AbortSignal | undefined,
): Flight<Body> {
  const controller = new AbortController();
  let abort = (reason: unknown) => controller.abort(reason);
  const release = signal && onAbort(signal, () => abort(signal.reason));
  const response = new Promise<PageResponse<Body>>((resolve, reject) => {
    // Not by a listener: the signal outlives the request, and would keep the page in memory.
    abort = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
    Promise.resolve(fetchPage({ query, signal: controller.signal })).then(resolve, reject);
  }).finally(release);
  // Nobody may wait for this page, for instance after a break, and then its failure must not end the process.
  response.catch(() => {});
  return { response, abort };
}
