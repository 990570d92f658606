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
import type { Strangers } from "./stranger.ts";

export interface ErrorClass {
  is(value: unknown): boolean;
  find(value: unknown): UsagewireError | undefined;
}

/** What goes wrong, and what a user is promised about it. */
export interface FaultRow {
  readonly name: string;
  /** A fault of the emulator, or the address of a stranger that answers in the emulator's place. */
  readonly strike: (strangers: Strangers) => Fault | string;
  /** The error when it lasts; none where the answer is good, if unusual. */
  readonly error?: ErrorClass;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whether asking again is what a client should do. Default: true where there is an error. */
  readonly retried?: boolean;
  /** Milliseconds that pass at least between the first struck request and the next. */
  readonly waits?: number;
  readonly timeout?: number | { readonly attempt?: number; readonly total?: number };
}

const answer = (status: number, headers: Record<string, string> = {}, body?: string): Fault => ({
  kind: "answer",
  status,
  headers,
  ...(body === undefined ? {} : { body }),
});
const inSeconds = (seconds: number) => Math.ceil(Date.now() / 1000) + seconds;
const httpDate = (seconds: number) => new Date(inSeconds(seconds) * 1000).toUTCString();
const spent = (reset: string) => ({
  "x-ratelimit-limit": "600",
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": reset,
});
const TEN_MB = 10 * 2 ** 20;
const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";
const STALLED = { error: TimeoutError, timeout: { attempt: 800 } };
const soon = { error: RateLimitError, details: { status: 429 }, waits: 900 };
const tooLate = { error: RateLimitError, retried: false };
const near = (seconds: number) => ({
  asymmetricMatch: (value: unknown) =>
    typeof value === "number" && value > seconds - 60 && value < seconds + 60,
});

export const faultRows: readonly FaultRow[] = [
  { name: "a refused connection", strike: ({ dead }) => dead, error: ConnectionError },
  {
    name: "a reset before the headers",
    strike: () => ({ kind: "cut", after: "nothing" }),
    error: ConnectionError,
  },
  {
    name: "a reset after the headers",
    strike: () => ({ kind: "cut", after: "headers" }),
    error: ConnectionError,
  },
  { name: "a reset in the body", strike: () => ({ kind: "cut", after: "half" }), error: ConnectionError },
  {
    name: "a body that ends early",
    strike: () => ({ kind: "cut", after: "half", how: "end" }),
    error: ConnectionError,
  },
  { name: "stalled headers", strike: () => ({ kind: "stall", after: "nothing" }), ...STALLED },
  { name: "a stalled body", strike: () => ({ kind: "stall", after: "headers" }), ...STALLED },
  { name: "a body stalled halfway", strike: () => ({ kind: "stall", after: "half" }), ...STALLED },
  {
    name: "a stall beyond the total timeout",
    strike: () => ({ kind: "stall", after: "half" }),
    error: TimeoutError,
    retried: false,
    timeout: { total: 800 },
  },
  { name: "truncated JSON", strike: () => ({ kind: "truncate" }), error: MalformedResponseError },
  { name: "too long a content length", strike: ({ promising }) => promising.url, error: ConnectionError },
  { name: "too short a content length", strike: ({ modest }) => modest.url, error: MalformedResponseError },
  { name: "a 408", strike: () => answer(408), error: ApiError, details: { status: 408 } },
  {
    name: "a 429 that names no time",
    strike: () => answer(429),
    error: RateLimitError,
    details: { status: 429 },
  },
  { name: "a 429 with seconds", strike: () => answer(429, { "retry-after": "1" }), ...soon },
  { name: "a 429 with a date", strike: () => answer(429, { "retry-after": httpDate(1) }), ...soon },
  { name: "a 429 with a reset", strike: () => answer(429, spent(`${inSeconds(1)}`)), ...soon },
  {
    name: "a 429 with the IETF's reset",
    strike: () => answer(429, { "ratelimit-remaining": "0", "ratelimit-reset": "1" }),
    ...soon,
  },
  {
    name: "a 429 with an hour",
    strike: () => answer(429, { "retry-after": "3600" }),
    ...tooLate,
    details: { status: 429, retryAfter: 3600 },
  },
  {
    name: "a 429 with a date an hour away",
    strike: () => answer(429, { "retry-after": httpDate(3600) }),
    ...tooLate,
    details: { retryAfter: near(3600) },
  },
  {
    name: "a 429 with a reset an hour away",
    strike: () => answer(429, spent(`${inSeconds(3600)}`)),
    ...tooLate,
    details: { retryAfter: near(3600) },
  },
  {
    name: "a 429 with a time beyond every timer",
    strike: () => answer(429, { "retry-after": "99999999999" }),
    ...tooLate,
    details: { retryAfter: 99_999_999_999 },
  },
  ...[500, 502, 503, 504].map((status) => ({
    name: `a ${status}`,
    strike: () => answer(status),
    error: ServerError,
    details: { status },
  })),
  {
    name: "a 503 with seconds",
    strike: () => answer(503, { "retry-after": "1" }),
    error: ServerError,
    waits: 900,
  },
  {
    name: "a 502 from a proxy, in HTML",
    strike: () => answer(502, {}, HTML),
    error: ServerError,
    details: { status: 502, body: { unreadable: true, status: 502, text: HTML } },
  },
  {
    name: "an empty 503",
    strike: () => answer(503, {}, ""),
    error: ServerError,
    details: { status: 503, body: { unreadable: true, status: 503, text: "" } },
  },
  { name: "a 503 of 10 MB", strike: () => answer(503, {}, "x".repeat(TEN_MB)), error: ServerError },
  ...[301, 302, 307, 308].map((status) => ({
    name: `a ${status} to another origin`,
    strike: ({ other }: Strangers) => answer(status, { location: `${other.url}/v1/UsageRecords` }),
    error: ApiError,
    details: { status },
    retried: false,
  })),
  { name: "a 400", strike: () => answer(400), error: ApiError, details: { status: 400 }, retried: false },
  { name: "a gzip body", strike: () => ({ kind: "transport", gzip: true }) },
  { name: "a chunked body", strike: () => ({ kind: "transport", chunked: true }) },
  { name: "a gzip body in chunks", strike: () => ({ kind: "transport", gzip: true, chunked: true }) },
  { name: "a body of 10 MB", strike: () => ({ kind: "transport", size: TEN_MB }) },
  { name: "a body of 10 MB in chunks", strike: () => ({ kind: "transport", size: TEN_MB, chunked: true }) },
  { name: "a gzip body of 10 MB", strike: () => ({ kind: "transport", size: TEN_MB, gzip: true }) },
  { name: "a late answer", strike: () => ({ kind: "delay", for: 50 }) },
];
