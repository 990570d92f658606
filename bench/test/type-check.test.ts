import { expect, it } from "vitest";
import { diagnostic } from "../src/measure/type-check.ts";

const output = ["Files:  171", "Types:  3153", "Instantiations:  6682", "Total time:  0.68s"].join("\n");

it("reads a figure of the compiler by its whole name", () => {
  expect(diagnostic(output, "Instantiations")).toBe(6682);
  expect(diagnostic(output, "Total time")).toBe(0.68);
});

it("refuses output without the figure, which is no zero", () => {
  expect(() => diagnostic(output, "Total")).toThrow("the compiler tells no Total");
});
