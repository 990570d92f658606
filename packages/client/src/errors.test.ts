import { expect, it, vi } from "vitest";
import { ApiError, NotFoundError } from "./errors.ts";

const details = { status: 404, body: {}, method: "GET", url: "https://x.example.com/" };

it("recognizes an error of another copy of the package, where instanceof fails", async () => {
  vi.resetModules();
  const copy = await import("./errors.ts");
  const error = new copy.NotFoundError("gone", details);
  expect(error).not.toBeInstanceOf(NotFoundError);
  expect(NotFoundError.is(error)).toBe(true);
  expect(ApiError.is(error)).toBe(true);
});

it("finds an error in a chain of causes, and stops at a cycle", () => {
  const error = new NotFoundError("gone", details);
  const outer = new Error("page 3 failed", { cause: new Error("wrapped", { cause: error }) });
  expect(ApiError.find(outer)).toBe(error);
  const cycle = new Error("a");
  cycle.cause = new Error("b", { cause: cycle });
  expect(ApiError.find(cycle)).toBeUndefined();
});

it.each([undefined, null, "x", 1, {}])("does not take %j for an error", (value) => {
  expect(ApiError.is(value)).toBe(false);
  expect(ApiError.find(value)).toBeUndefined();
});
