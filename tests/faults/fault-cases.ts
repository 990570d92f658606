import type { Fault } from "@usagewire/emulator";
import {
  ApiError,
  ConnectionError,
  MalformedResponseError,
  RateLimitError,
  ServerError,
  TimeoutError,
  type UsagewireError,
} from "@usagewire/twilio";
import { closedUrl, type RawServer, startRawServer } from "./servers.ts";

/** A fault, and what the client promises about it. */
export interface FaultCase {
  readonly name: string;
  /** A fault of the emulator, or the URL of a server that responds in its place. */
  readonly fault: (servers: FaultyServers) => Fault | string;
  /** The error if the fault persists. Absent if the response is unusual but valid. */
  readonly error?: ErrorClass;
  /** Properties of the error. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whether the client retries. Default: true if there is an error. */
  readonly retried?: boolean;
  /** The least milliseconds between the first faulty request and the next one. */
  readonly waits?: number;
  readonly timeout?: number | { readonly attempt?: number; readonly total?: number };
}

export interface ErrorClass {
  is(value: unknown): boolean;
  find(value: unknown): UsagewireError | undefined;
}

export interface FaultyServers extends AsyncDisposable {
  /** The URL of a port that refuses connections. */
  readonly closed: string;
  /** Sends fewer bytes than its content length. */
  readonly tooShort: RawServer;
  /** Sends more bytes than its content length. */
  readonly tooLong: RawServer;
  /** Serves a valid page, but on another origin: it must receive no request. */
  readonly otherOrigin: RawServer;
}

const PAGE = JSON.stringify({ usage_records: [{ period: null }], meta: { next_page_url: null } });

export async function startFaultyServers(): Promise<FaultyServers> {
  const stack = new AsyncDisposableStack();
  const withContentLength = async (length: number) =>
    stack.use(
      await startRawServer((socket) => {
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${PAGE}`,
        );
      }),
    );
  return {
    closed: await closedUrl(),
    tooShort: await withContentLength(PAGE.length + 10),
    tooLong: await withContentLength(PAGE.length - 10),
    otherOrigin: await withContentLength(PAGE.length),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const respond = (status: number, headers: Record<string, string> = {}, body?: string): Fault => ({
  kind: "answer",
  status,
  headers,
  ...(body === undefined ? {} : { body }),
});
/** Seconds since 1970, so many seconds from now. */
const inSeconds = (seconds: number) => Math.ceil(Date.now() / 1000) + seconds;
const httpDate = (seconds: number) => new Date(inSeconds(seconds) * 1000).toUTCString();
const exhausted = (reset: string) => ({
  "x-ratelimit-limit": "600",
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": reset,
});
const TEN_MB = 10 * 2 ** 20;
const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";
const stalled = { error: TimeoutError, timeout: { attempt: 800 } };
const afterASecond = { error: RateLimitError, details: { status: 429 }, waits: 900 };
const afterTooLong = { error: RateLimitError, retried: false };
const about = (seconds: number) => ({
  asymmetricMatch: (value: unknown) =>
    typeof value === "number" && value > seconds - 60 && value < seconds + 60,
});

export const faultCases: readonly FaultCase[] = [
  { name: "a refused connection", fault: ({ closed }) => closed, error: ConnectionError },
  {
    name: "a connection reset before the headers",
    fault: () => ({ kind: "cut", after: "nothing" }),
    error: ConnectionError,
  },
  {
    name: "a connection reset after the headers",
    fault: () => ({ kind: "cut", after: "headers" }),
    error: ConnectionError,
  },
  {
    name: "a connection reset in the body",
    fault: () => ({ kind: "cut", after: "half" }),
    error: ConnectionError,
  },
  {
    name: "a body whose connection closes early",
    fault: () => ({ kind: "cut", after: "half", how: "end" }),
    error: ConnectionError,
  },
  { name: "headers that stall", fault: () => ({ kind: "stall", after: "nothing" }), ...stalled },
  {
    name: "a body that stalls after the headers",
    fault: () => ({ kind: "stall", after: "headers" }),
    ...stalled,
  },
  { name: "a body that stalls halfway", fault: () => ({ kind: "stall", after: "half" }), ...stalled },
  {
    name: "a stall longer than the total timeout",
    fault: () => ({ kind: "stall", after: "half" }),
    error: TimeoutError,
    retried: false,
    timeout: { total: 800 },
  },
  { name: "truncated JSON", fault: () => ({ kind: "truncate" }), error: MalformedResponseError },
  {
    name: "a body shorter than its content length",
    fault: ({ tooShort }) => tooShort.url,
    error: ConnectionError,
  },
  {
    name: "a body longer than its content length",
    fault: ({ tooLong }) => tooLong.url,
    error: MalformedResponseError,
  },
  { name: "a 408", fault: () => respond(408), error: ApiError, details: { status: 408 } },
  {
    name: "a 429 without a time",
    fault: () => respond(429),
    error: RateLimitError,
    details: { status: 429 },
  },
  {
    name: "a 429 with Retry-After in seconds",
    fault: () => respond(429, { "retry-after": "1" }),
    ...afterASecond,
  },
  {
    name: "a 429 with Retry-After as a date",
    fault: () => respond(429, { "retry-after": httpDate(1) }),
    ...afterASecond,
  },
  {
    name: "a 429 with X-RateLimit-Reset",
    fault: () => respond(429, exhausted(`${inSeconds(1)}`)),
    ...afterASecond,
  },
  {
    name: "a 429 with RateLimit-Reset",
    fault: () => respond(429, { "ratelimit-remaining": "0", "ratelimit-reset": "1" }),
    ...afterASecond,
  },
  {
    name: "a 429 with Retry-After of an hour",
    fault: () => respond(429, { "retry-after": "3600" }),
    ...afterTooLong,
    details: { status: 429, retryAfter: 3600 },
  },
  {
    name: "a 429 with Retry-After as a date in an hour",
    fault: () => respond(429, { "retry-after": httpDate(3600) }),
    ...afterTooLong,
    details: { retryAfter: about(3600) },
  },
  {
    name: "a 429 with X-RateLimit-Reset in an hour",
    fault: () => respond(429, exhausted(`${inSeconds(3600)}`)),
    ...afterTooLong,
    details: { retryAfter: about(3600) },
  },
  {
    name: "a 429 with Retry-After longer than any timer",
    fault: () => respond(429, { "retry-after": "99999999999" }),
    ...afterTooLong,
    details: { retryAfter: 99_999_999_999 },
  },
  ...[500, 502, 503, 504].map((status) => ({
    name: `a ${status}`,
    fault: () => respond(status),
    error: ServerError,
    details: { status },
  })),
  {
    name: "a 503 with Retry-After",
    fault: () => respond(503, { "retry-after": "1" }),
    error: ServerError,
    waits: 900,
  },
  {
    name: "a 502 with an HTML body",
    fault: () => respond(502, {}, HTML),
    error: ServerError,
    details: { status: 502, body: { unreadable: true, status: 502, text: HTML } },
  },
  {
    name: "a 503 without a body",
    fault: () => respond(503, {}, ""),
    error: ServerError,
    details: { status: 503, body: { unreadable: true, status: 503, text: "" } },
  },
  {
    name: "a 503 with a body of 10 MB",
    fault: () => respond(503, {}, "x".repeat(TEN_MB)),
    error: ServerError,
  },
  ...[301, 302, 307, 308].map((status) => ({
    name: `a ${status} to another origin`,
    fault: ({ otherOrigin }: FaultyServers) =>
      respond(status, { location: `${otherOrigin.url}/v1/UsageRecords` }),
    error: ApiError,
    details: { status },
    retried: false,
  })),
  { name: "a 400", fault: () => respond(400), error: ApiError, details: { status: 400 }, retried: false },
  { name: "a gzip body", fault: () => ({ kind: "transport", gzip: true }) },
  { name: "a chunked body", fault: () => ({ kind: "transport", chunked: true }) },
  { name: "a chunked gzip body", fault: () => ({ kind: "transport", gzip: true, chunked: true }) },
  { name: "a body of 10 MB", fault: () => ({ kind: "transport", size: TEN_MB }) },
  { name: "a chunked body of 10 MB", fault: () => ({ kind: "transport", size: TEN_MB, chunked: true }) },
  { name: "a gzip body of 10 MB", fault: () => ({ kind: "transport", size: TEN_MB, gzip: true }) },
  { name: "a late response", fault: () => ({ kind: "delay", for: 50 }) },
];
