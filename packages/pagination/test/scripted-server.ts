import type { FetchPage } from "../src/index.ts";
import type { Exchange } from "./vector.ts";

/** Answers each query with the first exchange for it that was not used yet, and keeps account. */
export class ScriptedServer {
  readonly unused: Exchange[];
  /** Queries for which there was no exchange (left). */
  readonly unexpected: string[] = [];

  readonly #mayBeLeftOut: readonly [param: string, value: string] | undefined;
  readonly #farMayBeLeftOut: boolean;
  #latest: Exchange | undefined;

  /**
   * @param mayBeLeftOut a parameter that means as much when it is not there
   * @param farMayBeLeftOut whether a page far past the end may be asked for without an exchange
   */
  constructor(
    exchanges: readonly Exchange[],
    mayBeLeftOut?: readonly [param: string, value: string],
    farMayBeLeftOut = false,
  ) {
    this.unused = [...exchanges];
    this.#mayBeLeftOut = mayBeLeftOut;
    this.#farMayBeLeftOut = farMayBeLeftOut;
  }

  readonly fetchPage: FetchPage<unknown> = async ({ query }) => {
    const at = this.unused.findIndex((exchange) => sameQuery(exchange.query, query, this.#mayBeLeftOut));
    // A page far past the end that is not listed holds the last page again: that is why it was asked for.
    const [exchange] = at >= 0 ? this.unused.splice(at, 1) : this.#isFar(query) ? [this.#latest] : [];
    this.#latest = exchange;
    if (exchange === undefined) {
      this.unexpected.push(query);
      throw new Error(`no exchange for "${query}"`);
    }
    if (exchange.failure !== undefined) throw failure(exchange.failure);
    return { body: exchange.body, headers: new Headers(exchange.headers ?? {}) };
  };

  #isFar(query: string): boolean {
    const [param] = this.#mayBeLeftOut ?? [];
    return (
      this.#farMayBeLeftOut && param !== undefined && Number(new URLSearchParams(query).get(param)) >= 100_000
    );
  }
}

/** Decoded, in any order, but in order within a name. */
export function sameQuery(
  one: string,
  other: string,
  mayBeLeftOut?: readonly [param: string, value: string],
): boolean {
  const [a, b] = [one, other].map((query) => {
    const params = new URLSearchParams(query);
    if (mayBeLeftOut) params.delete(...mayBeLeftOut);
    params.sort();
    return params.toString();
  });
  return a === b;
}

function failure(kind: NonNullable<Exchange["failure"]>): Error {
  switch (kind) {
    case "connection":
      return new TypeError("fetch failed");
    case "timeout":
      return new DOMException("the operation timed out", "TimeoutError");
    case "malformed":
      return new SyntaxError("unexpected end of JSON input");
    default:
      return Object.assign(new Error(`status ${kind.status}`), { status: kind.status });
  }
}
