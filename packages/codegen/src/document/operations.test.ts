import { expect, test } from "vitest";
import { operationsOf } from "./operations.ts";
import { pointerOf, specOf } from "./spec.ts";

const operations = (document: unknown) => operationsOf(specOf(new Map([["", document]])));

test("an operation has the parameters of its path, overridden by its own", () => {
  const id = (description: string) => ({ name: "id", in: "path", description });
  const header = { name: "id", in: "header" };
  const paths = {
    "/a/{id}": { parameters: [id("of the path"), header], get: { parameters: [id("its own")] }, post: {} },
  };
  const found = operations({ paths }).map(({ key, parameters }) => [
    key,
    parameters.map(({ node }) => node.value),
  ]);
  expect(found).toEqual([
    ["GET /a/{id}", [id("its own"), header]],
    ["POST /a/{id}", [id("of the path"), header]],
  ]);
});

test("follows references, and skips what is not a path or an operation", () => {
  const paths = { "/a": { $ref: "#/components/pathItems/A" }, "x-b": { get: {} }, "/c": null };
  const components = {
    pathItems: {
      A: { summary: "A", get: { parameters: [{ $ref: "#/components/parameters/P" }, { $ref: "#/no" }, 1] } },
    },
    parameters: { P: { name: "p", in: "query" } },
  };
  const [operation, ...more] = operations({ paths, components });
  expect(more).toEqual([]);
  expect(operation?.key).toBe("GET /a");
  expect(operation?.parameters.map(({ name, node }) => [name, pointerOf(node)])).toEqual([
    ["p", "/components/parameters/P"],
  ]);
});

test("an operation may be given by a reference", () => {
  const paths = {
    "/a": {
      parameters: [{ name: "p", in: "query" }],
      get: { $ref: "#/x-operations/a" },
      post: { $ref: "#/no" },
    },
  };
  const operation = { parameters: [{ name: "q", in: "query" }], "x-idempotent": true };
  const found = operations({ paths, "x-operations": { a: operation } });
  expect(
    found.map(({ key, node, parameters }) => [key, node.value, parameters.map(({ name }) => name)]),
  ).toEqual([["GET /a", operation, ["p", "q"]]]);
});
