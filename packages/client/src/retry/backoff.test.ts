import fc from "fast-check";
import { expect, it } from "vitest";
import { backoff } from "./backoff.ts";

const policies = fc.record({
  maxRetries: fc.nat(),
  minDelay: fc.nat({ max: 1e6 }),
  maxDelay: fc.nat({ max: 1e9 }),
});

it("waits a random part of a time that doubles, and never longer than the cap", () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 5000 }), (policy, retry) => {
      const delay = backoff(policy, retry, undefined);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(
        Math.min(policy.maxDelay, policy.minDelay * 2 ** Math.min(retry - 1, 1000)),
      );
    }),
  );
  const waits = new Set(
    Array.from({ length: 20 }, () => backoff({ maxRetries: 1, minDelay: 500, maxDelay: 1e6 }, 3, undefined)),
  );
  expect(waits.size).toBeGreaterThan(15);
});

it("never comes back before the time that the provider named, and at most the first delay after it", () => {
  fc.assert(
    fc.property(policies, fc.nat({ max: 1e6 }), (policy, seconds) => {
      const late = backoff(policy, 1, seconds) - seconds * 1000;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(policy.minDelay + 1);
    }),
  );
});
