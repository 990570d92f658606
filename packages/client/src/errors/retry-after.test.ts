import { expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const now = Date.parse("2025-01-01T00:00:00Z");

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
])("reads %s", (_, headers, seconds) => {
  expect(retryAfter(new Headers(Object.entries(headers)), now)).toBe(seconds);
});
