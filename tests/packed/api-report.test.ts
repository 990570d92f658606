import { expect, it } from "vitest";
import { checkApiReport, entries } from "./api-report.ts";

it.each(entries)("the public API of $name is the one in its committed report", (entry) => {
  // After an intended change: `pnpm api`, and review the report's diff.
  expect(checkApiReport(entry, { update: false }), "run `pnpm api`").toBe(true);
});
