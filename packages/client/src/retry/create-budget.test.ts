import fc from "fast-check";
import { expect, it } from "vitest";
import { createBudget } from "./create-budget.ts";

it("never pays for more retries than its capacity and what answers paid in", () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.array(fc.boolean(), { maxLength: 500 }), (capacity, faults) => {
      const budget = createBudget({ capacity });
      const retries = faults.filter((fault) => (fault ? budget.take() : budget.refill())).length;
      expect(retries).toBeLessThanOrEqual(capacity + faults.filter((fault) => !fault).length);
    }),
  );
});

it("is not used up by any fault rate below a half, and pays again after an outage", () => {
  const budget = createBudget();
  for (let answer = 0; answer < 10_000; answer += 1) {
    if (answer % 5 < 2) expect(budget.take()).toBe(true);
    else budget.refill();
  }
  while (budget.take());
  budget.refill();
  expect(budget.take()).toBe(true);
});
