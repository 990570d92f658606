import { expect } from "vitest";
import {
  createPager,
  type Pager,
  type PagerConfig,
  type PagerOptions,
  PaginationError,
  type PaginationScheme,
} from "../src/index.ts";
import { ScriptedServer } from "./scripted-server.ts";
import type { Exchange, Expectation, Vector } from "./vector.ts";

/** How a vector's records are consumed; what comes out must not depend on it. */
export type Consumer = "records" | "pages";

/** Runs a vector, and the resume that it may describe, and compares. */
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
  const looksFar = (options.onRepeat ?? "error") === "error";
  const server = new ScriptedServer(exchanges, firstPage(vector.scheme), looksFar);
  const items: unknown[] = [];
  let pager: Pager<unknown> | undefined;
  let error: PaginationError | undefined;
  try {
    // Vectors are JSON; that this one is a scheme and options is what it is about to prove.
    const scheme = vector.scheme as PaginationScheme;
    const config = { ...options, scheme, query: vector.query, fetchPage: server.fetchPage };
    pager = createPager<unknown>(config as PagerConfig<unknown>);
    await consume(pager, consumer, stopAfter, items);
  } catch (thrown) {
    if (!PaginationError.is(thrown)) throw thrown;
    error = thrown;
  }

  // Pages asked for ahead are not part of the rule when the walk is left early: they may be listed or not.
  const { concurrency = 1, prefetch = 1 } = vector.options ?? {};
  const ahead = concurrency > 1 ? concurrency : stopAfter === undefined ? 0 : prefetch;
  const unused = server.unused.map(({ query }) => query);
  expect(server.unexpected.slice(ahead), "requests without an exchange").toEqual([]);
  expect(unused.slice(stopAfter === undefined ? 0 : ahead), "exchanges that were not asked for").toEqual([]);
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

/** How the first page of a numbered list may be named in a query, or not: both ask for the same page. */
function firstPage(scheme: Vector["scheme"]): [param: string, number: string] | undefined {
  const { style, param = "", first } = scheme;
  if (style === "offset") return [param, "0"];
  return style === "page-number" ? [param, String(first)] : undefined;
}
