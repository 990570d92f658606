import type { HarPostData, HarRequest } from "./har.ts";

/** A request as it is compared: everything decoded, so that spelling does not matter. */
export interface RecordedRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  /** The values of each parameter, in the order of the URL. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** JSON in canonical form; `""` where there is none. */
  readonly body: string;
}

export function recordedRequest(request: HarRequest): RecordedRequest {
  return comparable(request.method, request.url, bodyOf(request.postData));
}

function bodyOf({ text, params }: HarPostData = {}): string {
  if (text !== undefined || params === undefined) return text ?? "";
  return new URLSearchParams(params.map(({ name, value }) => [name, value ?? ""])).toString();
}

/** Reads the body from a copy; the request stays usable. */
export async function sentRequest(request: Request): Promise<RecordedRequest> {
  return comparable(request.method, request.url, request.body === null ? "" : await request.clone().text());
}

function comparable(method: string, href: string, body: string): RecordedRequest {
  const url = new URL(href);
  const query = new Map<string, string[]>();
  for (const [name, value] of url.searchParams) {
    const values = query.get(name);
    if (values === undefined) query.set(name, [value]);
    else values.push(value);
  }
  return {
    method: method.toUpperCase(),
    origin: url.origin,
    path: url.pathname.split("/").map(canonicalSegment).join("/"),
    query,
    body: canonicalBody(body),
  };
}

/** `%7e` and `~` are the same; `%2F` and `/` are not. */
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
