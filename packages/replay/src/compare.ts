import type { HarEntry, HarPostData, HarRequest } from "./har.ts";
import { REDACTED } from "./redact.ts";

/** A request in a form that can be compared: everything is decoded, so that two spellings of it are equal. */
export interface ComparableRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  /** The values of each parameter, in the order of the URL. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** JSON has sorted keys and no white space; `""` if there is no body. */
  readonly body: string;
}

/** An entry of a recording, and whether a request has used it. */
export interface Candidate {
  readonly index: number;
  readonly entry: HarEntry;
  readonly request: ComparableRequest;
  used: boolean;
}

/** One difference between a request and a recorded request. */
export interface Difference {
  /** `method`, `path`, `query Granularity`, `body`, … */
  readonly part: string;
  /** Undefined if the part was not sent. */
  readonly sent?: string;
  /** Undefined if the part was not recorded. */
  readonly recorded?: string;
  /** How much the difference counts when the nearest entry is searched: a path counts more than a query value. */
  readonly weight: number;
}

export function toCandidate(entry: HarEntry, index: number): Candidate {
  return { index, entry, request: recordedRequest(entry.request), used: false };
}

/** Reads the body from a copy of the request. */
export async function sentRequest(request: Request): Promise<ComparableRequest> {
  return comparable(request.method, request.url, request.body === null ? "" : await request.clone().text());
}

function recordedRequest({ method, url, postData }: HarRequest): ComparableRequest {
  return comparable(method, url, bodyOf(postData));
}

function bodyOf({ text, params }: HarPostData = {}): string {
  if (text !== undefined || params === undefined) return text ?? "";
  return new URLSearchParams(params.map(({ name, value }) => [name, value ?? ""])).toString();
}

function comparable(method: string, href: string, body: string): ComparableRequest {
  const url = new URL(href);
  const query = new Map<string, string[]>();
  for (const [name, value] of url.searchParams) query.set(name, [...(query.get(name) ?? []), value]);
  return {
    method: method.toUpperCase(),
    origin: url.origin,
    path: url.pathname.split("/").map(canonicalSegment).join("/"),
    query,
    body: canonicalBody(body),
  };
}

/** `%7e` and `~` are equal; `%2F` and `/` are not. */
function canonicalSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).replace(/[%/?#\s]/g, encodeURIComponent);
  } catch {
    return segment;
  }
}

function canonicalBody(text: string): string {
  try {
    return JSON.stringify(sortKeys(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, sortKeys(member)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface CompareOptions {
  readonly matchOrigin?: boolean;
  readonly matchBody?: boolean;
  readonly ignoreQuery?: readonly string[];
}

/** All differences; empty if the recorded request matches. */
export function differences(
  sent: ComparableRequest,
  recorded: ComparableRequest,
  { matchOrigin = false, matchBody = true, ignoreQuery = [] }: CompareOptions,
): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (part: string, weight: number, a: string, b: string) => {
    if (!equalsRecorded(a, b)) found.push({ part, sent: a, recorded: b, weight });
  };
  if (matchOrigin) compare("origin", 1, sent.origin, recorded.origin);
  compare("method", 40, sent.method, recorded.method);
  compare("path", 10 * pathDistance(sent.path, recorded.path), sent.path, recorded.path);
  for (const name of new Set([...sent.query.keys(), ...recorded.query.keys()])) {
    if (ignoreQuery.includes(name)) continue;
    found.push(...queryDifferences(name, sent.query.get(name) ?? [], recorded.query.get(name) ?? []));
  }
  if (matchBody) compare("body", 1, sent.body, recorded.body);
  return found;
}

/** The number of segments that differ. */
function pathDistance(sent: string, recorded: string): number {
  const [a, b] = [sent.split("/"), recorded.split("/")];
  return Math.abs(a.length - b.length) + a.filter((segment, index) => segment !== b[index]).length;
}

function* queryDifferences(
  name: string,
  sent: readonly string[],
  recorded: readonly string[],
): Generator<Difference> {
  const length = Math.max(sent.length, recorded.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [sent[index], recorded[index]];
    const part = length > 1 ? `query ${name}[${index}]` : `query ${name}`;
    if (a === undefined && b !== undefined) yield { part, recorded: b, weight: 2 };
    else if (a !== undefined && b === undefined) yield { part, sent: a, weight: 2 };
    else if (a !== undefined && b !== undefined && !equalsRecorded(a, b)) {
      yield { part, sent: a, recorded: b, weight: 1 };
    }
  }
}

/** The quotes of a redacted member of JSON, which may have been a number, an array or an object. */
const ANY_TEXT = new RegExp(`(?:(?<!\\\\)\\\\*")?${REDACTED}(?:\\\\*")?`);

/** Whether a sent text equals a recorded one, in which `REDACTED` stands for any text. */
export function equalsRecorded(sent: string, recorded: string): boolean {
  if (sent === recorded) return true;
  const parts = recorded.split(ANY_TEXT);
  const [first = ""] = parts;
  if (parts.length === 1 || !sent.startsWith(first)) return false;
  const last = parts.slice(1).at(-1) ?? "";
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = sent.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return sent.endsWith(last) && sent.length - last.length >= position;
}
