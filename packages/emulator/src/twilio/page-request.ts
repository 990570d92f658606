import type { Position } from "../list/cut-page.ts";
import { parseInteger } from "../list/parse-integer.ts";
import { decodePageToken } from "./page-token.ts";
import { twilioError } from "./twilio-error.ts";

export interface PageRequest {
  /** Records per page, as it will be answered. */
  readonly size: number;
  readonly position: Position;
  readonly token: string | null;
}

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 1000;

/**
 * Reads `PageSize` (1 to 1000, default 50), `Page` and `PageToken`.
 *
 * @param clampTo a page size that is never exceeded, whatever was asked for
 */
export function readPageRequest(query: URLSearchParams, clampTo = LARGEST_SIZE): PageRequest {
  const size = readInteger(query, "PageSize", { fallback: DEFAULT_SIZE, minimum: 1, maximum: LARGEST_SIZE });
  const page = readInteger(query, "Page", { fallback: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
  const token = query.get("PageToken");
  if (token === null && page > 0) throw invalid("PageToken is required for paging.");
  const offset = token === null ? 0 : decodePageToken(token);
  if (offset === undefined) throw invalid("PageToken is not one that this API has issued.");
  return { size: Math.min(size, clampTo), position: { offset, page }, token };
}

interface Bounds {
  readonly fallback: number;
  readonly minimum: number;
  readonly maximum: number;
}

function readInteger(query: URLSearchParams, name: string, { fallback, minimum, maximum }: Bounds): number {
  const text = query.get(name);
  const value = text === null ? fallback : parseInteger(text, minimum, maximum);
  if (value === undefined) throw invalid(`${name} must be an integer from ${minimum} to ${maximum}.`);
  return value;
}

const invalid = (message: string) => twilioError(400, 20001, message);
