import fc from "fast-check";
import { expect, test } from "vitest";
import { createActivity } from "./activity.ts";

test("adjacent ranges add up, and steps outside the range count as 0", () => {
  const step = fc.integer({ min: -10, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 50 }), step, step, step, (levels, ...steps) => {
      const activity = createActivity(levels.length, (index) => levels[index] ?? 0);
      const [from = 0, middle = 0, to = 0] = steps.sort((a, b) => a - b);
      expect(activity.sum(from, middle) + activity.sum(middle, to)).toBe(activity.sum(from, to));
      const expected = levels
        .filter((_, index) => index >= from && index < to)
        .reduce((sum, level) => sum + level, 0);
      expect(activity.sum(from, to)).toBe(expected);
    }),
  );
});
