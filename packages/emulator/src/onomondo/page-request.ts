import type { Position } from "../list/cut-page.ts";
import { parseInteger } from "../list/parse-integer.ts";
import { onomondoError } from "./onomondo-error.ts";
import { decodePageToken } from "./page-token.ts";

export interface PageRequest {
  /** Records per page. */
  readonly size: number;
  readonly position: Position;
}

const LARGEST_SIZE = 1000;

/**
 * Reads `limit` (1 to 1000, default 1000), `next_page` and `offset`. How the last two combine is
 * undocumented: here records are skipped from wherever the page begins, so that a client which repeats its
 * offset on each page loses records, visibly.
 */
export function readPageRequest(query: URLSearchParams, clampTo = LARGEST_SIZE): PageRequest {
  const size = readInteger(query, "limit", { fallback: LARGEST_SIZE, minimum: 1, maximum: LARGEST_SIZE });
  const skip = readInteger(query, "offset", { fallback: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
  const token = query.get("next_page");
  const position = token === null ? { offset: 0, page: 0 } : decodePageToken(token);
  if (position === undefined) throw onomondoError(400, "invalid_next_page");
  return {
    size: Math.min(size, clampTo),
    position: { offset: position.offset + skip, page: position.page },
  };
}

interface Bounds {
  readonly fallback: number;
  readonly minimum: number;
  readonly maximum: number;
}

function readInteger(query: URLSearchParams, name: string, { fallback, minimum, maximum }: Bounds): number {
  const text = query.get(name);
  const value = text === null ? fallback : parseInteger(text, minimum, maximum);
  if (value === undefined) throw onomondoError(400, `invalid_${name}`);
  return value;
}
