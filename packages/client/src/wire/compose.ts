import type { Fetch, Wire } from "../fetch.ts";

/** The concerns around a `fetch`, the first of them outermost. */
export const compose = (concerns: readonly Wire[], fetch: Fetch): Fetch =>
  concerns.reduceRight((next, concern) => concern(next), fetch);
