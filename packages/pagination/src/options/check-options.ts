import type { PagerSource } from "../pager-source.ts";
import type { PagingStyle } from "../styles/paging-style.ts";
import type { ConcurrencyOption, PagerOptions } from "./pager-options.ts";
import { show } from "./show.ts";

/**
 * Refuses options that cannot be meant, before anything is asked for.
 *
 * @throws TypeError or RangeError that names the option, its value and what is accepted.
 */
export function checkOptions(
  options: PagerSource<unknown> & PagerOptions & ConcurrencyOption,
  style: PagingStyle,
): void {
  checkSource(options);
  checkCount("limit", options.limit, 0);
  checkCount("maxPages", options.maxPages, 0);
  checkCount("concurrency", options.concurrency, 1);
  checkForeseeable(options, style);
  checkOneOf("prefetch", options.prefetch, [0, 1]);
  checkOneOf("onRepeat", options.onRepeat, ["error", "stop", "allow"]);
  checkType("cursor", options.cursor, "string");
  checkType("onProgress", options.onProgress, "function");
  if (options.signal !== undefined && !isSignal(options.signal)) {
    throw new TypeError(`signal is ${show(options.signal)}; accepted is an AbortSignal`);
  }
}

function checkSource({ scheme, fetchPage }: PagerSource<unknown>): void {
  const { style, items, next }: { style: string; items?: unknown; next?: unknown } = scheme;
  if (typeof items !== "string")
    throw new TypeError(`scheme.items is ${show(items)}; accepted is a JSON Pointer`);
  if (style.startsWith("next") && typeof next !== "string")
    throw new TypeError(`scheme.next is ${show(next)}; accepted is an expression that reads a response`);
  if (typeof fetchPage !== "function")
    throw new TypeError(`fetchPage is ${show(fetchPage)}; accepted is a function`);
}

function checkForeseeable(
  { concurrency = 1, windows, scheme }: PagerSource<unknown> & ConcurrencyOption,
  { foreseeable }: PagingStyle,
): void {
  if (concurrency === 1 || windows !== undefined || foreseeable) return;
  throw new TypeError(
    `concurrency is ${concurrency}; accepted is 1, as a ${scheme.style} list that is not cut into windows tells one page at a time`,
  );
}

function checkCount(name: string, value: unknown, least: number): void {
  if (value === undefined) return;
  const message = `${name} is ${show(value)}; accepted is a whole number from ${least}`;
  if (typeof value !== "number") throw new TypeError(message);
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(message);
}

function checkOneOf(name: string, value: unknown, accepted: readonly unknown[]): void {
  if (value === undefined || accepted.includes(value)) return;
  throw new RangeError(`${name} is ${show(value)}; accepted is ${accepted.map(show).join(" or ")}`);
}

function checkType(name: string, value: unknown, type: "string" | "function"): void {
  if (value === undefined || typeof value === type) return;
  throw new TypeError(`${name} is ${show(value)}; accepted is a ${type}`);
}

/** By shape, for signals of another realm or of a polyfill. */
const isSignal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "aborted" in value;
