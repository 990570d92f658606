import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { rateLimit, retryAfter } from "./rate-limit.ts";

const date = "Wed, 01 Jan 2025 00:00:00 GMT";
const now = Date.parse(date);

it.each([
  ["seconds", { "retry-after": "120" }, 120],
  ["a date", { "retry-after": "Wed, 01 Jan 2025 00:01:30 GMT" }, 90],
  ["a date in the past", { "retry-after": "Wed, 01 Jan 2020 00:00:00 GMT" }, 0],
  ["a date in the form of asctime, which is UTC", { "retry-after": "Wed Jan  1 00:01:30 2025" }, 90],
  ["a date in the form of RFC 850", { "retry-after": "Wednesday, 01-Jan-25 00:01:30 GMT" }, 90],
  ["a fraction of seconds", { "retry-after": "1.5" }, 1.5],
  ["a negative number", { "retry-after": "-5" }, undefined],
  ["a negative number in a 429", { ":status": "429", "retry-after": "-5", "ratelimit-reset": "7" }, 7],
  ["nonsense", { "retry-after": "soon" }, undefined],
  ["nonsense with a number", { "retry-after": "in 5 minutes" }, undefined],
  [
    "a reset in milliseconds since 1970",
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${now + 30_000}` },
    30,
  ],
  [
    "the reset of a rate limit that is used up",
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${now / 1000 + 30}` },
    30,
  ],
  [
    "the reset of a rate limit with requests left",
    { "x-ratelimit-remaining": "5", "x-ratelimit-reset": "1" },
    undefined,
  ],
  ["nothing", {}, undefined],
  [
    "the reset of a rate limit in a 429",
    { ":status": "429", "x-ratelimit-remaining": "5", "x-ratelimit-reset": `${now / 1000 + 9}` },
    9,
  ],
  ["RateLimit-Reset", { "ratelimit-remaining": "0", "ratelimit-reset": "12" }, 12],
  ["RateLimit as a structured field", { ratelimit: '"default";r=0;t=13' }, 13],
  ["RateLimit of an older draft", { ratelimit: "limit=10, remaining=0, reset=14" }, 14],
  ["a reset that is not an integer", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1e9" }, undefined],
])(
  "reads the retry delay from %s, by the provider's clock",
  (_, headers: Record<string, string>, seconds) => {
    const { ":status": status, ...fields } = headers;
    const response = { status: Number(status ?? 200), headers: new Headers({ date, ...fields }) };
    expect(retryAfter(response)).toBe(seconds);
  },
);

it("reads the same delay in every time zone of this machine", () => {
  const before = process.env.TZ;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  for (const text of ["Wed Jan  1 00:01:30 2025", "Wednesday, 01-Jan-2025 00:01:30"]) {
    const headers = new Headers({ date, "retry-after": text });
    const delays = ["UTC", "America/New_York", "Asia/Tokyo"].map((zone) => {
      process.env.TZ = zone;
      return retryAfter({ status: 503, headers });
    });
    expect(delays).toEqual([90, 90, 90]);
  }
});

const names = [
  "date",
  "retry-after",
  "ratelimit",
  ...["x-ratelimit-", "ratelimit-"].flatMap((prefix) =>
    ["limit", "remaining", "reset"].map((name) => prefix + name),
  ),
];
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789-+.eE,;= \tabct"') }),
  fc.integer().map(String),
  fc.constantFrom("9".repeat(400), "1e308", "Infinity", "NaN", "-1", "0x10"),
);

it("reads numbers that can be waited for, or nothing, from headers of any content", () => {
  const headerSets = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  fc.assert(
    fc.property(headerSets, fc.constantFrom(200, 429), (fields, status) => {
      const headers = new Headers(
        Object.entries(fields).map(([name, text]): [string, string] => [name, String(text)]),
      );
      for (const number of [...Object.values(rateLimit(headers)), retryAfter({ status, headers })]) {
        if (number !== undefined) expect(number).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 2000 },
  );
});
