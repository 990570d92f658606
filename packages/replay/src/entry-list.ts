import type { Candidate } from "./candidate.ts";
import type { RecordedRequest } from "./recorded-request.ts";

const LISTED = 10;

/** A line per entry, and how many more there are. */
export function entryList(candidates: readonly Candidate[]): string[] {
  const lines = candidates
    .slice(0, LISTED)
    .map(({ index, request }) => `  [${index}] ${requestLine(request)}`);
  return candidates.length > LISTED ? [...lines, `  and ${candidates.length - LISTED} more`] : lines;
}

/** `GET /usage?limit=2`, readable: values stay decoded unless that would mislead. */
export function requestLine({ method, path, query }: RecordedRequest): string {
  const pairs = [...query].flatMap(([name, values]) =>
    values.map((value) => `${readable(name)}=${readable(value)}`),
  );
  return `${method} ${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

export function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function readable(text: string): string {
  return shorten(text).replace(/[&=#%+\s]/g, encodeURIComponent);
}
