import { expect, it } from "vitest";
import { addEarlier } from "./add-earlier.ts";
import type { Report } from "./report.ts";

const report = (names: readonly string[], work: string, cpu = "9000"): Report => ({
  machine: { cpu, cores: 2, memory: 1, os: "Linux", node: "v24.0.0" },
  date: "2025-06-01T12:00:00.000Z",
  results: names.map((name) => ({ name, work, rounds: 15, measures: [] })),
});

it("keeps what did not run again, in the usual order", () => {
  const { results } = addEarlier(report(["memory"], "new"), report(["size", "memory", "drain"], "old"));
  expect(results.map(({ name, work }) => `${name} ${work}`)).toEqual(["drain old", "memory new", "size old"]);
});

it("does not mix two machines", () => {
  expect(() => addEarlier(report(["size"], "new"), report(["drain"], "old", "8000"))).toThrow(
    "another machine",
  );
});
