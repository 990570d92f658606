import type { Fetch, Wire } from "../fetch.ts";

/** The concerns around a `fetch`, the first of them outermost; those of features that a client lacks are absent. */
export const compose = (concerns: readonly (Wire | undefined)[], fetch: Fetch): Fetch =>
  concerns.reduceRight((next, concern) => concern?.(next) ?? next, fetch);
