import fc from "fast-check";
import { expect, it } from "vitest";
import { rateLimit } from "./rate-limit.ts";
import { retryAfter } from "./retry-after.ts";

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
  const answers = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  fc.assert(
    fc.property(answers, fc.constantFrom(200, 429), (fields, status) => {
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
