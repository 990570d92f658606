import { describe, expect, test } from "vitest";
import { addressOf, parseReference, specOf } from "./spec.ts";

describe("resolve", () => {
  const resolve = (documents: Record<string, unknown>, ref: string) => {
    const spec = specOf(new Map(Object.entries(documents)));
    return spec.resolve({ value: { $ref: ref }, file: "" });
  };

  test("follows a reference through other references and files", () => {
    const root = { a: { $ref: "#/b" }, b: { $ref: "more.yaml#/c" } };
    const end = resolve({ "": root, "more.yaml": { c: { type: "string" } } }, "#/a");
    expect(end?.value).toEqual({ type: "string" });
    expect(end && addressOf(end)).toBe("more.yaml#/c");
  });

  test("follows a pointer that goes through a reference", () => {
    expect(resolve({ "": { a: { $ref: "#/b" }, b: { c: 1 } } }, "#/a/c")?.value).toBe(1);
  });

  test.each(["#/a", "#/self", "#/inside/x", "#/nothing", "other.yaml"])(
    "returns undefined for the circular or missing %j",
    (ref) => {
      const circles = {
        a: { $ref: "#/b" },
        b: { $ref: "#/a" },
        self: { $ref: "#/self" },
        inside: { $ref: "#/inside/x" },
      };
      expect(resolve({ "": circles }, ref)).toBeUndefined();
    },
  );
});

describe("parseReference", () => {
  test.each([
    ["", "#/components/schemas/A", { file: "", pointer: "/components/schemas/A" }],
    ["", "paths/usage.yaml", { file: "paths/usage.yaml", pointer: "" }],
    ["paths/usage.yaml", "../shared.json#/a", { file: "shared.json", pointer: "/a" }],
    ["paths/usage.yaml", "#/a%20b", { file: "paths/usage.yaml", pointer: "/a b" }],
  ])("in the file %j, %j is %j", (file, ref, expected) => {
    expect(parseReference(file, ref)).toEqual(expected);
  });

  test.each(["https://example.com/a.yaml#/b", "//example.com/a", "#anchor", "#/%E0%A4%A"])(
    "rejects %j",
    (ref) => {
      expect(parseReference("", ref)).toHaveProperty("invalid");
    },
  );
});
