import { expect, it } from "vitest";
import { readDiagnostic } from "./types.ts";

const output = ["Files:  171", "Types:  3153", "Instantiations:  6682", "Total time:  0.68s"].join("\n");

it("reads a figure by its full name", () => {
  expect(readDiagnostic(output, "Instantiations")).toBe(6682);
  expect(readDiagnostic(output, "Total time")).toBe(0.68);
});

it("throws if the figure is missing, rather than return zero", () => {
  expect(() => readDiagnostic(output, "Total")).toThrow("tsc printed no Total");
});
