import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";

/** An answer as bytes, which need not be HTTP, and what becomes of the connection then. */
export interface HostileAnswer {
  readonly head: string;
  /** A character for each byte, which makes a counterexample that can be read. */
  readonly body: string;
  readonly afterwards: "keep" | "end" | "reset";
}

const HUGE = [
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
const number = fc.oneof(fc.constantFrom(...HUGE), fc.integer().map(String), fc.double().map(String));
const date = fc
  .date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") })
  .map((moment) => moment.toUTCString());
const printable = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
const binary = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1"));
const noise = fc.oneof(printable, binary);

/** Values under which the platform may refuse the whole message are rare: the client is to see the others. */
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

const weird = fc.oneof(
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
/** A page in the form of any of the providers, with anything in its fields. */
const page = fc
  .record(
    {
      usage_records: fc.oneof(fc.array(weird, { maxLength: 5 }), weird),
      usage: fc.oneof(fc.array(weird, { maxLength: 5 }), weird),
      meta: fc.oneof(fc.record({ next_page_url: weird }, { requiredKeys: [] }), weird),
      next_page_uri: weird,
      total: weird,
      pagination: fc.oneof(fc.record({ has_more: weird, next_page: weird }, { requiredKeys: [] }), weird),
      __proto__: weird,
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const errorBody = fc
  .record(
    {
      code: weird,
      message: weird,
      error: weird,
      title: weird,
      detail: weird,
      unreadable: weird,
      status: weird,
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

export const hostileAnswer: fc.Arbitrary<HostileAnswer> = fc
  .record({
    status,
    reason: rarely(fc.constant("OK"), noise),
    fields: fc.array(fields, { maxLength: 5 }),
    body,
    announced: rarely(fc.constant(0), fc.integer({ min: -20, max: 20 })),
    afterwards: rarely(fc.constant("keep" as const), fc.constantFrom("end" as const, "reset" as const)),
  })
  .map(({ status, reason, fields, body, announced, afterwards }) => ({
    head: [
      `HTTP/1.1 ${status} ${reason}`,
      `content-length: ${body.length + announced}`,
      ...fields,
      "",
      "",
    ].join("\r\n"),
    body: Buffer.from(body).toString("latin1"),
    afterwards,
  }));

export function send(socket: Socket, { head, body, afterwards }: HostileAnswer): void {
  socket.write(Buffer.from(head + body, "latin1"), () => {
    if (afterwards === "end") socket.end();
    if (afterwards === "reset") socket.resetAndDestroy();
  });
}
