import { describe } from "../answer/describe.ts";
import type { PagerSource } from "../pager-source.ts";
import type { ConcurrencyOption, PagerOptions } from "./pager-options.ts";

/**
 * Refuses options that cannot be meant, before anything is asked for.
 *
 * @throws TypeError or RangeError that names the option, its value and what is accepted.
 */
export function checkOptions(options: PagerSource<unknown> & PagerOptions & ConcurrencyOption): void {
  checkSource(options);
  checkCount("limit", options.limit, 0);
  checkCount("maxPages", options.maxPages, 0);
  checkCount("concurrency", options.concurrency, 1);
  checkForeseeable(options);
  checkOneOf("prefetch", options.prefetch, [0, 1]);
  checkOneOf("onRepeat", options.onRepeat, ["error", "stop", "allow"]);
  checkType("cursor", options.cursor, "string");
  checkType("onProgress", options.onProgress, "function");
  if (options.signal !== undefined && !isSignal(options.signal)) {
    throw new TypeError(`signal is ${show(options.signal)}; accepted is an AbortSignal`);
  }
}

const styles = ["next-link", "next-token", "offset", "page-number"];

function checkSource({ scheme, fetchPage }: { scheme?: unknown; fetchPage?: unknown }): void {
  if (typeof scheme !== "object" || scheme === null) {
    throw new TypeError(`scheme is ${show(scheme)}; accepted is an x-pagination object`);
  }
  const { style, items }: { style?: unknown; items?: unknown } = scheme;
  if (!styles.some((known) => known === style)) {
    throw new TypeError(`pagination style ${show(style)} is unknown; accepted are ${styles.join(", ")}`);
  }
  if (typeof items !== "string")
    throw new TypeError(`scheme.items is ${show(items)}; accepted is a JSON Pointer`);
  if (typeof fetchPage !== "function")
    throw new TypeError(`fetchPage is ${show(fetchPage)}; accepted is a function`);
}

function checkForeseeable({
  concurrency = 1,
  windows,
  scheme,
}: PagerSource<unknown> & ConcurrencyOption): void {
  const foreseeable = windows !== undefined || scheme.style === "offset" || scheme.style === "page-number";
  if (concurrency === 1 || foreseeable) return;
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

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" ? describe(value) : String(value);
}
