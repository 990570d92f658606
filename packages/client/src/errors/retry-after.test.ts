import { expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const clock = "Wed, 01 Jan 2025 00:00:00 GMT";
const now = Date.parse(clock);

it.each([
  ["seconds", { "retry-after": "120" }, 120],
  ["a date", { "retry-after": "Wed, 01 Jan 2025 00:01:30 GMT" }, 90],
  ["a date in the past", { "retry-after": "Wed, 01 Jan 2020 00:00:00 GMT" }, 0],
  ["nonsense", { "retry-after": "soon" }, undefined],
  [
    "the reset of a spent rate limit",
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${now / 1000 + 30}` },
    30,
  ],
  [
    "the reset of a limit with calls left",
    { "x-ratelimit-remaining": "5", "x-ratelimit-reset": "1" },
    undefined,
  ],
  ["nothing", {}, undefined],
  [
    "the reset of a limit behind a 429",
    { ":status": "429", "x-ratelimit-remaining": "5", "x-ratelimit-reset": `${now / 1000 + 9}` },
    9,
  ],
  ["RateLimit-Reset", { "ratelimit-remaining": "0", "ratelimit-reset": "12" }, 12],
  ["RateLimit, as a structured field", { ratelimit: '"default";r=0;t=13' }, 13],
  ["RateLimit of an older draft", { ratelimit: "limit=10, remaining=0, reset=14" }, 14],
  ["a reset that is no number", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1e9" }, undefined],
])("reads %s, by the provider's clock", (_, headers: Record<string, string>, seconds) => {
  const { ":status": status, ...fields } = headers;
  const answer = { status: Number(status ?? 200), headers: new Headers({ date: clock, ...fields }) };
  expect(retryAfter(answer)).toBe(seconds);
});
