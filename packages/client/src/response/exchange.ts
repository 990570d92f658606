import type { Advice } from "../errors/advice.ts";

/** What is remembered of the request behind a response, for errors made from it later. Holds no credential. */
export interface Exchange {
  readonly method: string;
  /** The URL as sent, without user info. */
  readonly url: string;
  readonly advice?: Advice | undefined;
}

// Keyed by the response, so that `unwrap` can say which request failed, and nothing outlives the response.
const exchanges = new WeakMap<Response, Exchange>();

export const rememberExchange = (response: Response, exchange: Exchange): unknown =>
  exchanges.set(response, exchange);

/** The exchange that a response ended; for a response of another client, what the response itself tells. */
export const exchangeOf = (response: Response): Exchange =>
  exchanges.get(response) ?? {
    method: "request to",
    url: response.url === "" ? "about:blank" : response.url,
  };
