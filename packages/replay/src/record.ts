import type { Har, HarEntry, HarNameValue, HarPage, HarRequest, HarResponse } from "./har.ts";
import { createRedactor, type Redactor } from "./redact.ts";

/** A function that sends a request, such as `globalThis.fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/** How a recording is written. */
export interface RecordOptions {
  /** Where the recording comes from, for `log.comment`. Defaults to no comment. */
  comment?: string;
  /**
   * Values to replace by `REDACTED` in every header, URL and body, including their percent-encoded, JSON-escaped and
   * base64 forms. At least 4 characters each. Defaults to none.
   */
  secrets?: readonly string[];
  /**
   * Names of headers, query parameters, form fields and JSON members whose values are replaced by `REDACTED`, in
   * addition to the built-in ones (`Authorization`, `Cookie`, `Set-Cookie`, `Proxy-Authorization`, `X-Api-Key`,
   * `token`, `access_token`, `client_secret`, `password` and similar). Case, `-`, `_` and a leading `X-` are ignored.
   * Defaults to none.
   */
  redact?: readonly string[];
  /**
   * The origin to write instead of the requested one, in URLs, headers and bodies. Use it for a server on a random
   * port. Defaults to the requested origin.
   */
  origin?: string;
  /** Values to write instead of those of the named headers, for headers that change every time. Defaults to none. */
  headers?: Readonly<Record<string, string>>;
  /** The clock, in milliseconds since 1970. A constant makes recordings reproducible. Defaults to `Date.now`. */
  now?: () => number;
}

/** A `fetch` that records what it sends and receives. */
export interface RecordingFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Starts a HAR page with this title. It groups the requests until the next call. */
  page(title: string): void;
  /** Waits for the bodies of all responses and returns the recording, in the order of the requests. */
  har(): Promise<Har>;
}

/**
 * Wraps a `fetch` and records its traffic. Requests and responses are passed through unchanged.
 *
 * In the recording, credentials and the given `secrets` are replaced by `REDACTED`; the authentication scheme is kept
 * (`Authorization: Basic REDACTED`). The headers `Date`, `Connection`, `Keep-Alive`, `User-Agent`, `Content-Length`,
 * `Content-Encoding` and `Transfer-Encoding` are left out.
 *
 * @param fetch The function to wrap. Defaults to `globalThis.fetch`.
 * @throws RangeError if a secret has fewer than 4 characters.
 * @throws TypeError if `origin` is not a URL, or a name in `headers` is invalid.
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { record } from "@usagewire/replay";
 *
 * const apiKey = process.env.API_KEY ?? "";
 * const fetch = record(globalThis.fetch, { comment: "live: staging account", secrets: [apiKey] });
 * await fetch("https://api.example.com/usage?limit=2", { headers: { authorization: `Bearer ${apiKey}` } });
 * writeFileSync("fixtures/usage.har", JSON.stringify(await fetch.har(), null, 2));
 * ```
 */
export function record(fetch: Fetch = globalThis.fetch, options: RecordOptions = {}): RecordingFetch {
  const { comment, now = Date.now } = options;
  const createRedactorFor = createRedactor(options);
  const pages: HarPage[] = [];
  const entries: Promise<HarEntry>[] = [];

  const recording = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const copy = request.clone();
    const response = fetch(request);
    const responseCopy = response.then((value) => value.clone());
    const redactor = createRedactorFor(new URL(request.url).origin);
    const entry = toEntry(copy, responseCopy, { redactor, now, pageref: pages.at(-1)?.id });
    // `har()` reports what fails here. Nobody may have called it yet, and then it must not end the process.
    entry.catch(() => {});
    entries.push(entry);
    return response;
  };

  return Object.assign(recording, {
    page(title: string) {
      const startedDateTime = new Date(now()).toISOString();
      pages.push({ startedDateTime, id: `page_${pages.length + 1}`, title, pageTimings: {} });
    },
    har: async (): Promise<Har> => ({
      log: {
        version: "1.2",
        // The version of the recordings, not of this package: a release must not change every recording.
        creator: { name: "@usagewire/replay", version: "1" },
        ...(comment !== undefined && { comment }),
        ...(pages.length > 0 && { pages: [...pages] }),
        entries: await Promise.all(entries),
      },
    }),
  });
}

interface EntryContext {
  readonly redactor: Redactor;
  readonly now: () => number;
  readonly pageref: string | undefined;
}

/** Reads both bodies. If the request fails or the response body is incomplete, the entry has status 0. */
async function toEntry(
  request: Request,
  response: Promise<Response>,
  { redactor, now, pageref }: EntryContext,
): Promise<HarEntry> {
  const started = now();
  const [sent, received] = await Promise.all([
    toHarRequest(request, redactor),
    response
      .then((value) => toHarResponse(value, redactor))
      .catch((error) => failedResponse(error, redactor)),
  ]);
  const time = now() - started;
  return {
    ...(pageref !== undefined && { pageref }),
    startedDateTime: new Date(started).toISOString(),
    time,
    request: sent,
    response: received,
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}

/** Properties that HAR requires and `fetch` does not give. */
const UNKNOWN = { httpVersion: "HTTP/1.1", cookies: [], headersSize: -1, bodySize: -1 };

async function toHarRequest(request: Request, redactor: Redactor): Promise<HarRequest> {
  const url = redactor.url(request.url.replace(/#.*/, ""));
  const body = request.body === null ? undefined : redactor.body(await sentBytes(request));
  return {
    method: request.method,
    url,
    httpVersion: UNKNOWN.httpVersion,
    cookies: UNKNOWN.cookies,
    headers: toHarHeaders(request.headers, redactor),
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
    ...(body !== undefined && {
      postData: { mimeType: redactor.text(request.headers.get("content-type") ?? ""), text: body.text },
    }),
    headersSize: UNKNOWN.headersSize,
    bodySize: UNKNOWN.bodySize,
  };
}

/** If the body's stream fails, the request fails too, and a part of the body is useless. */
async function sentBytes(request: Request): Promise<Uint8Array> {
  return new Uint8Array(await request.arrayBuffer().catch(() => new ArrayBuffer(0)));
}

async function toHarResponse(response: Response, redactor: Redactor): Promise<HarResponse> {
  const { text, encoding } = redactor.body(new Uint8Array(await response.arrayBuffer()));
  return {
    status: response.status,
    statusText: redactor.text(response.statusText),
    ...UNKNOWN,
    headers: toHarHeaders(response.headers, redactor),
    content: {
      size: encoding === "base64" ? atob(text).length : new TextEncoder().encode(text).length,
      mimeType: redactor.text(response.headers.get("content-type") ?? "x-unknown"),
      text,
      ...(encoding !== undefined && { encoding }),
    },
    redirectURL: redactor.text(response.headers.get("location") ?? ""),
  };
}

function failedResponse(error: unknown, redactor: Redactor): HarResponse {
  return {
    status: 0,
    statusText: "",
    ...UNKNOWN,
    headers: [],
    content: { size: 0, mimeType: "x-unknown" },
    redirectURL: "",
    _error: redactor.text(messageOf(error)),
  };
}

/** By its shape: an error of another realm, as in Jest, is no instance of our Error. */
function messageOf(error: unknown): string {
  const { message }: { message?: unknown } = Object(error);
  return typeof message === "string" ? message : String(error);
}

/** Headers that change with every recording, or describe the transfer of a body that is recorded decoded. */
const OMITTED_HEADERS = new Set([
  "date",
  "connection",
  "keep-alive",
  "user-agent",
  "content-encoding",
  "content-length",
  "transfer-encoding",
]);

function toHarHeaders(headers: Headers, redactor: Redactor): HarNameValue[] {
  return [...headers]
    .filter(([name]) => !OMITTED_HEADERS.has(name))
    .map(([name, value]) => ({ name: redactor.headerName(name), value: redactor.header(name, value) }));
}
