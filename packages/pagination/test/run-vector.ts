import { expect } from "vitest";
import {
  createPager,
  type FetchPage,
  type Pager,
  type PagerConfig,
  type PagerOptions,
  PaginationError,
  type PaginationScheme,
} from "../src/index.ts";
import { styles } from "../src/styles/index.ts";

/** One example of a walk, as `vectors/vector.schema.json` describes it. */
export interface Vector {
  readonly name: string;
  readonly scheme: { readonly style: string; readonly param?: string; readonly first?: number };
  readonly query?: string;
  readonly options?: {
    readonly prefetch?: 0 | 1;
    readonly concurrency?: number;
    readonly [option: string]: unknown;
  };
  readonly exchanges: readonly Exchange[];
  readonly stopAfter?: number;
  readonly expect: Expectation & {
    readonly itemsYielded?: number;
    readonly resume?: Expectation & { readonly exchanges: readonly Exchange[] };
  };
}

interface Expectation {
  readonly items: readonly unknown[];
  readonly error?: string | null;
  readonly truncated?: boolean;
}

interface Exchange {
  readonly query: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly failure?: "connection" | "timeout" | "malformed" | { readonly status: number };
}

/** How the records of a vector are consumed. It must not change what is yielded. */
export type Consumer = "records" | "pages";

/** Runs a vector, and the resumed walk that it may describe, and compares. */
export async function runVector(
  vector: Vector,
  consumer: Consumer,
  overrides: PagerOptions = {},
): Promise<void> {
  const options = { ...overrides, ...vector.options };
  const { stopAfter, expect: expected } = vector;
  const walked = await walk(vector, vector.exchanges, options, consumer, stopAfter);
  compare(walked, expected);
  if (expected.itemsYielded !== undefined) {
    expect(walked.error?.itemsYielded ?? walked.items.length, "itemsYielded").toBe(expected.itemsYielded);
  }
  if (expected.resume === undefined) return;
  expect(walked.cursor, "the cursor to resume from").toBeTypeOf("string");
  const resumed = { ...options, cursor: walked.cursor };
  compare(await walk(vector, expected.resume.exchanges, resumed, consumer, undefined), expected.resume);
}

interface Walked {
  readonly items: readonly unknown[];
  readonly error: PaginationError | undefined;
  readonly truncated: boolean | undefined;
  readonly cursor: string | undefined;
}

async function walk(
  vector: Vector,
  exchanges: readonly Exchange[],
  options: PagerOptions & { readonly concurrency?: number },
  consumer: Consumer,
  stopAfter: number | undefined,
): Promise<Walked> {
  const requestsFarPage = (options.onRepeat ?? "error") === "error";
  const server = new ScriptedServer(exchanges, firstPage(vector.scheme), requestsFarPage);
  const items: unknown[] = [];
  let pager: Pager<unknown> | undefined;
  let error: PaginationError | undefined;
  try {
    // A vector is JSON; createPager checks the scheme and the options.
    const scheme = vector.scheme as PaginationScheme;
    const config = { ...options, scheme, query: vector.query, fetchPage: server.fetchPage };
    pager = createPager<unknown>(config as PagerConfig);
    await consume(pager, consumer, stopAfter, items);
  } catch (thrown) {
    if (!PaginationError.is(thrown)) throw thrown;
    error = thrown;
  }

  // If the consumer stops early, pages requested ahead may be listed or not.
  const { concurrency = 1, prefetch = 1 } = vector.options ?? {};
  const ahead = concurrency > 1 ? concurrency : stopAfter === undefined ? 0 : prefetch;
  const unused = server.unused.map(({ query }) => query);
  expect(server.unexpected.slice(ahead), "requests without an exchange").toEqual([]);
  expect(unused.slice(stopAfter === undefined ? 0 : ahead), "exchanges without a request").toEqual([]);
  return { items, error, truncated: pager?.truncated, cursor: error?.cursor ?? pager?.cursor };
}

async function consume(
  pager: Pager<unknown>,
  consumer: Consumer,
  stopAfter: number | undefined,
  items: unknown[],
): Promise<void> {
  if (stopAfter === 0) return;
  if (consumer === "pages" && stopAfter === undefined) {
    for await (const page of pager.pages()) items.push(...page.items);
    return;
  }
  for await (const item of pager) if (items.push(item) === stopAfter) break;
}

function compare(walked: Walked, expected: Expectation): void {
  const { error } = walked;
  expect(error?.reason ?? null, `error: ${error?.message}`).toBe(expected.error ?? null);
  expect(walked.items, "items").toEqual(expected.items);
  if (expected.truncated !== undefined) expect(walked.truncated, "truncated").toBe(expected.truncated);
}

type Param = readonly [name: string, value: string];

/** The parameter that requests the first page of a numbered list, which a query may also leave out. */
function firstPage({ style, param = "", first = 0 }: Vector["scheme"]): Param | undefined {
  const numbered = styles.find(({ name }) => name === style)?.predictable;
  return numbered ? [param, String(first)] : undefined;
}

/** Responds to each query with the first exchange for it that is left. */
class ScriptedServer {
  readonly unused: Exchange[];
  /** Queries without an exchange. */
  readonly unexpected: string[] = [];

  readonly #firstPage: Param | undefined;
  readonly #farPageNeedsNoExchange: boolean;
  #latest: Exchange | undefined;

  constructor(exchanges: readonly Exchange[], firstPage: Param | undefined, farPageNeedsNoExchange: boolean) {
    this.unused = [...exchanges];
    this.#firstPage = firstPage;
    this.#farPageNeedsNoExchange = farPageNeedsNoExchange;
  }

  readonly fetchPage: FetchPage = async ({ query }) => {
    const at = this.unused.findIndex((exchange) => sameQuery(exchange.query, query, this.#firstPage));
    // The page far past the end is requested because two pages were the same; if it is not listed, it is the same again.
    const [exchange] = at >= 0 ? this.unused.splice(at, 1) : this.#isFarPage(query) ? [this.#latest] : [];
    this.#latest = exchange;
    if (exchange === undefined) {
      this.unexpected.push(query);
      throw new Error(`no exchange for "${query}"`);
    }
    if (exchange.failure !== undefined) throw failure(exchange.failure);
    return { body: exchange.body, headers: new Headers(exchange.headers ?? {}) };
  };

  #isFarPage(query: string): boolean {
    const [param] = this.#firstPage ?? [];
    return (
      this.#farPageNeedsNoExchange &&
      param !== undefined &&
      Number(new URLSearchParams(query).get(param)) >= 100_000
    );
  }
}

/** Compares decoded, in any order, but in order within a name. */
function sameQuery(one: string, other: string, optional: Param | undefined): boolean {
  const [a, b] = [one, other].map((query) => {
    const params = new URLSearchParams(query);
    if (optional) params.delete(...optional);
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
