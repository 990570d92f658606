import { expect, it } from "vitest";
import { size } from "../src/rows/size.ts";

it("measures every program that it compares, and Twilio's SDK is the heaviest", async () => {
  const [measure] = await size.run({ rounds: 1 });
  const sizes = new Map(measure?.series.map(({ subject, values }) => [subject, values[0] ?? 0]));
  for (const { subject, base } of measure?.comparisons ?? []) {
    expect(sizes.get(subject)).toBeGreaterThan(0);
    expect(sizes.get(base)).toBeGreaterThan(0);
  }
  expect(Math.max(...sizes.values())).toBe(sizes.get("twilio, for Node"));
});
