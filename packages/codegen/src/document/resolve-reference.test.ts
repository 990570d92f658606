import { expect, test } from "vitest";
import { resolveReference } from "./resolve-reference.ts";

test.each([
  ["", "#/components/schemas/A", { file: "", pointer: "/components/schemas/A" }],
  ["", "paths/usage.yaml", { file: "paths/usage.yaml", pointer: "" }],
  ["paths/usage.yaml", "../shared.json#/a", { file: "shared.json", pointer: "/a" }],
  ["paths/usage.yaml", "#/a%20b", { file: "paths/usage.yaml", pointer: "/a b" }],
])("in %j, %j leads to %j", (file, ref, expected) => {
  expect(resolveReference(file, ref)).toEqual(expected);
});

test.each(["https://example.com/a.yaml#/b", "//example.com/a", "#anchor", "#/%E0%A4%A"])(
  "%j is refused",
  (ref) => {
    expect(resolveReference("", ref)).toHaveProperty("refused");
  },
);
