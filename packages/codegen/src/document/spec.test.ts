import { expect, test } from "vitest";
import { addressOf } from "./pointer-of.ts";
import { specOf } from "./spec.ts";

const follow = (documents: Record<string, unknown>, ref: string) => {
  const spec = specOf(new Map(Object.entries(documents)));
  return spec.follow({ value: { $ref: ref }, file: "" });
};

test("a reference is followed through other references, to its end", () => {
  const root = { a: { $ref: "#/b" }, b: { $ref: "more.yaml#/c" } };
  const end = follow({ "": root, "more.yaml": { c: { type: "string" } } }, "#/a");
  expect(end?.value).toEqual({ type: "string" });
  expect(end && addressOf(end)).toBe("more.yaml#/c");
});

test("a pointer may go through a reference", () => {
  expect(follow({ "": { a: { $ref: "#/b" }, b: { c: 1 } } }, "#/a/c")?.value).toBe(1);
});

test.each(["#/a", "#/self", "#/inside/x", "#/nothing", "other.yaml"])("%j leads nowhere", (ref) => {
  const circles = {
    a: { $ref: "#/b" },
    b: { $ref: "#/a" },
    self: { $ref: "#/self" },
    inside: { $ref: "#/inside/x" },
  };
  expect(follow({ "": circles }, ref)).toBeUndefined();
});
