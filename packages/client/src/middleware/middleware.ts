/** Sends a request and resolves with its response: the platform's `fetch`, called with a `Request`. */
export type Fetch = (request: Request) => Promise<Response>;

/** Handles one concern of sending a request, such as credentials: takes the next `Fetch` and returns one that wraps it. */
export type Middleware = (next: Fetch) => Fetch;

/** Wraps a `fetch` in middleware. The first in the list is the outermost. */
export const chain = (middleware: readonly Middleware[], fetch: Fetch): Fetch =>
  middleware.reduceRight((next, wrap) => wrap(next), fetch);
