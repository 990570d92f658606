import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";

/** A response as bytes, which may not be valid HTTP, and what happens to the connection afterwards. */
export interface HostileResponse {
  readonly head: string;
  /** Latin-1, one character for each byte, so that a counterexample is readable. */
  readonly body: string;
  readonly afterwards: "keep" | "end" | "reset";
}

const NUMBERS = [
  "0",
  "-1",
  "1e309",
  "9".repeat(400),
  "99999999999",
  "2147483648",
  "NaN",
  "0x10",
  "1.5",
  "-0",
  "٣",
  "",
];
const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer().map(String), fc.double().map(String));
const date = fc
  .date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") })
  .map((moment) => moment.toUTCString());
const printable = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
const binary = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1"));
const noise = fc.oneof(printable, binary);

/** Values for which the platform may reject the whole message are rare, so that the client sees the others. */
const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: rare, weight: 1 });

const field = (names: readonly string[], value: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...names), value).map(([name, text]) => `${name}: ${text}`);
const limits = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];
const drafts = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit", "ratelimit-policy"];
const fields = rarely(
  fc.oneof(
    field(["retry-after", ...limits, ...drafts], fc.oneof(number, date, printable)),
    field(["date", "expires", "last-modified"], fc.oneof(date, number, printable)),
    field(
      ["link", "location", "www-authenticate", "set-cookie", "twilio-request-id", "x-request-id"],
      printable,
    ),
    field(
      ["content-type"],
      fc.constantFrom("text/html", "application/json", "application/xml; charset=utf-16", ";;;"),
    ),
  ),
  fc.oneof(
    noise,
    field(["content-encoding"], fc.constantFrom("gzip", "br", "deflate", "gzip, gzip, gzip", "nonsense")),
    field(["transfer-encoding"], fc.constantFrom("chunked", "gzip, chunked", "nonsense")),
    field(["content-length"], number),
    fc.integer({ min: 1, max: 40 }).map((kilobytes) => `x-long: ${"y".repeat(kilobytes * 1024)}`),
  ),
);

const status = rarely(
  fc.oneof(fc.constant(200), fc.constantFrom(204, 206, 301, 304, 400, 401, 403, 404, 408, 429, 500, 503)),
  fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom(100, 101, 103, 199, 205, 407, 511)),
);

const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    "",
    0,
    -1,
    1e308,
    true,
    [],
    {},
    "?",
    "#",
    "?Page=1",
    "/x?Page=2",
    "http://[",
    "//evil?x=1",
    "\0",
  ),
  fc.webUrl({ withQueryParameters: true }),
  fc.string(),
);
/** A page in the format of every provider, with any value in its fields. */
const page = fc
  .record(
    {
      usage_records: fc.oneof(fc.array(anyValue, { maxLength: 5 }), anyValue),
      usage: fc.oneof(fc.array(anyValue, { maxLength: 5 }), anyValue),
      meta: fc.oneof(fc.record({ next_page_url: anyValue }, { requiredKeys: [] }), anyValue),
      next_page_uri: anyValue,
      total: anyValue,
      pagination: fc.oneof(
        fc.record({ has_more: anyValue, next_page: anyValue }, { requiredKeys: [] }),
        anyValue,
      ),
      __proto__: anyValue,
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const errorBody = fc
  .record(
    {
      code: anyValue,
      message: anyValue,
      error: anyValue,
      title: anyValue,
      detail: anyValue,
      unreadable: anyValue,
      status: anyValue,
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const json = fc.oneof({ arbitrary: page, weight: 6 }, { arbitrary: errorBody, weight: 2 }, fc.json());
const deep = fc.integer({ min: 1, max: 60_000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth));
const cut = fc.tuple(json, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
const body = fc.oneof(
  { arbitrary: json.map((text) => Buffer.from(text)), weight: 6 },
  fc.oneof(cut, deep, fc.string()).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(json, fc.uint8Array({ minLength: 1, maxLength: 4 }))
    .map(([text, bytes]) => Buffer.concat([bytes, Buffer.from(text)])),
  json.map((text) => Buffer.from(text, "utf16le")),
  json.map((text) => gzipSync(text)),
);

export const hostileResponse: fc.Arbitrary<HostileResponse> = fc
  .record({
    status,
    reason: rarely(fc.constant("OK"), noise),
    fields: fc.array(fields, { maxLength: 5 }),
    body,
    lengthError: rarely(fc.constant(0), fc.integer({ min: -20, max: 20 })),
    afterwards: rarely(fc.constant("keep" as const), fc.constantFrom("end" as const, "reset" as const)),
  })
  .map(({ status, reason, fields, body, lengthError, afterwards }) => ({
    head: [
      `HTTP/1.1 ${status} ${reason}`,
      `content-length: ${body.length + lengthError}`,
      ...fields,
      "",
      "",
    ].join("\r\n"),
    body: Buffer.from(body).toString("latin1"),
    afterwards,
  }));

export function sendResponse(socket: Socket, { head, body, afterwards }: HostileResponse): void {
  socket.write(Buffer.from(head + body, "latin1"), () => {
    if (afterwards === "end") socket.end();
    if (afterwards === "reset") socket.resetAndDestroy();
  });
}
