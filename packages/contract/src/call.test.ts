import { expect, test } from "vitest";
import { matchOperation } from "./call.ts";
import { createSpec } from "./spec.ts";

const paths = {
  "/usage/{id}": { get: {} },
  "/usage/total": { get: {} },
  "/a/{b}/{c}.json": { get: {}, post: {} },
};
const spec = createSpec("a.yaml", { openapi: "3.1.0", servers: [{ url: "https://h/base/" }], paths });
const match = (method: string, path: string) => {
  const found = matchOperation([spec], method, new URL(path, "http://other"));
  return found && [found.operation.key, found.pathParameters];
};

test("finds the operation of a path and the path parameters", () => {
  expect(match("GET", "/base/usage/7")).toEqual(["GET /usage/{id}", { id: "7" }]);
  expect(match("POST", "/base/a/x%2Fy/z.json?q=1")).toEqual(["POST /a/{b}/{c}.json", { b: "x/y", c: "z" }]);
});

test("prefers a path without parameters", () => {
  expect(match("GET", "/base/usage/total")).toEqual(["GET /usage/total", {}]);
});

test("finds nothing for another method, another base path or a longer path", () => {
  expect(match("POST", "/base/usage/7")).toBeUndefined();
  expect(match("GET", "/usage/7")).toBeUndefined();
  expect(match("GET", "/base/usage/7/8")).toBeUndefined();
});
