import type { PagerSource } from "../pager-source.ts";
import { type PagingStyle, styleName } from "../styles/paging-style.ts";
import { check } from "./check.ts";
import type { ConcurrencyOption, PagerOptions } from "./pager-options.ts";

/**
 * Refuses options that cannot be meant, before anything is asked for.
 *
 * @throws TypeError or RangeError that names the option, its value and what is accepted.
 */
export function checkOptions(
  options: PagerSource<unknown> & PagerOptions & ConcurrencyOption,
  { name, foreseeable }: PagingStyle,
): void {
  const { scheme, fetchPage, windows, limit = 0, maxPages = 0, concurrency = 1, prefetch = 1 } = options;
  const { onRepeat = "error", cursor = "", onProgress = fetchPage, signal } = options;
  check("scheme.style", styleName(scheme), styleName(scheme) === name, name);
  const { style, items, next }: { style: string; items?: unknown; next?: unknown } = scheme;
  const hasNext = !style.startsWith("next") || typeof next === "string";
  check("scheme.items", items, typeof items === "string", "a JSON Pointer");
  check("scheme.next", next, hasNext, "an expression that reads a response");
  check("fetchPage", fetchPage, typeof fetchPage === "function", "a function");
  checkCount("limit", limit, 0);
  checkCount("maxPages", maxPages, 0);
  checkCount("concurrency", concurrency, 1);
  const alone = `1, as a ${style} list that is not cut into windows tells one page at a time`;
  check("concurrency", concurrency, concurrency === 1 || windows !== undefined || foreseeable, alone);
  check("prefetch", prefetch, [0, 1].includes(prefetch), "0 or 1", RangeError);
  const known = ["error", "stop", "allow"].includes(onRepeat);
  check("onRepeat", onRepeat, known, '"error" or "stop" or "allow"', RangeError);
  check("cursor", cursor, typeof cursor === "string", "a string");
  check("onProgress", onProgress, typeof onProgress === "function", "a function");
  check("signal", signal, signal === undefined || isSignal(signal), "an AbortSignal");
}

function checkCount(name: string, value: number, least: number): void {
  const accepted = `a whole number from ${least}`;
  check(name, value, typeof value === "number", accepted);
  check(name, value, Number.isSafeInteger(value) && value >= least, accepted, RangeError);
}

/** By shape, for signals of another realm or of a polyfill. */
const isSignal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "aborted" in value;
