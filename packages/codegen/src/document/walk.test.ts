import { expect, test } from "vitest";
import { addressOf, specOf } from "./spec.ts";
import { walk } from "./walk.ts";

function visited(documents: Record<string, unknown>): string[] {
  const found: string[] = [];
  walk(specOf(new Map(Object.entries(documents))), (node, role) => found.push(`${role} ${addressOf(node)}`));
  return found;
}

test("the role of a node is the keyword that gives it a meaning, not its name", () => {
  const schema = { properties: { get: { type: "string" }, items: { items: {} } }, allOf: [{}] };
  expect(visited({ "": { components: { schemas: { properties: schema } } } })).toEqual([
    " #",
    "components #/components",
    "schemas #/components/schemas/properties",
    "properties #/components/schemas/properties/properties/get",
    "properties #/components/schemas/properties/properties/items",
    "items #/components/schemas/properties/properties/items/items",
    "allOf #/components/schemas/properties/allOf/0",
  ]);
});

test("skips examples and extensions, but not properties with such names", () => {
  const schema = { example: { $ref: "x" }, "x-thing": {}, properties: { example: {}, "x-thing": {} } };
  expect(visited({ "": { schema } })).toEqual([
    " #",
    "schema #/schema",
    "properties #/schema/properties/example",
    "properties #/schema/properties/x-thing",
  ]);
});

test("visits in another file what the spec refers to, once, with the role that it has in the spec", () => {
  const root = { schema: { allOf: [{ $ref: "more.yaml#/a" }, { $ref: "more.yaml#/a" }] } };
  const found = visited({ "": root, "more.yaml": { a: { items: {} }, b: {} } });
  expect(found.filter((place) => place.includes("more.yaml"))).toEqual([
    "allOf more.yaml#/a",
    "items more.yaml#/a/items",
  ]);
});
