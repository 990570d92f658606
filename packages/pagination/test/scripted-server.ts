import type { FetchPage } from "../src/index.ts";
import type { Exchange } from "./vector.ts";

/** Answers each query with the first exchange for it that was not used yet, and keeps account. */
export class ScriptedServer {
  readonly unused: Exchange[];
  /** Queries for which there was no exchange (left). */
  readonly unexpected: string[] = [];

  readonly #mayBeLeftOut: readonly [param: string, value: string] | undefined;

  /** @param mayBeLeftOut a parameter that means as much when it is not there */
  constructor(exchanges: readonly Exchange[], mayBeLeftOut?: readonly [param: string, value: string]) {
    this.unused = [...exchanges];
    this.#mayBeLeftOut = mayBeLeftOut;
  }

  readonly fetchPage: FetchPage<unknown> = async ({ query }) => {
    const at = this.unused.findIndex((exchange) => sameQuery(exchange.query, query, this.#mayBeLeftOut));
    const [exchange] = at === -1 ? [] : this.unused.splice(at, 1);
    if (exchange === undefined) {
      this.unexpected.push(query);
      throw new Error(`no exchange for "${query}"`);
    }
    if (exchange.failure !== undefined) throw failure(exchange.failure);
    return { body: exchange.body, headers: new Headers(exchange.headers ?? {}) };
  };
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
