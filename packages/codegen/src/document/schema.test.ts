import { expect, test } from "vitest";
import { composedSchemas, listedValues, schemasAt, typesOf } from "./schema.ts";
import { specOf } from "./spec.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Text: { type: "string" },
  Circle: { allOf: [ref("Circle"), ref("Text")], anyOf: [ref("No"), ref("Ring")] },
  Ring: { oneOf: [ref("Circle"), { type: "null" }] },
  Days: { allOf: [{ type: "string" }, { enum: ["day", "week"] }] },
  OpenDays: { allOf: [ref("Days"), {}], anyOf: [{ enum: ["year"] }] },
  Page: {
    properties: {
      records: { items: { properties: { id: { type: "integer" } } } },
      more: { additionalProperties: ref("Text") },
    },
  },
};
const spec = specOf(new Map([["", { components: { schemas } }]]));
const node = (value: unknown) => ({ value, file: "" });
const types = (pointer: string) => {
  const found = schemasAt(spec, node(ref("Page")), pointer);
  return found.missing === undefined ? found.schemas.map(({ value }) => value) : undefined;
};

test("schemas that are composed of each other are each found once, and broken references left out", () => {
  const found = composedSchemas(spec, node(ref("Circle"))).map(({ value }) => value);
  expect(found).toEqual([schemas.Circle, schemas.Text, schemas.Ring, { type: "null" }]);
});

test("the values of a schema are those that allOf includes, before those of its alternatives", () => {
  expect(listedValues(spec, node(ref("Days")))).toEqual({ values: ["day", "week"] });
  expect(listedValues(spec, node(ref("OpenDays")))).toEqual({ values: ["day", "week"] });
  expect(listedValues(spec, node({ anyOf: [ref("Days"), { enum: ["year"] }] }))).toEqual({
    values: ["day", "week", "year"],
  });
  expect(listedValues(spec, node(ref("No")))).toEqual({});
});

test("a pointer leads through properties, indexes of lists, and other members", () => {
  expect(types("/records/0/id")).toEqual([{ type: "integer" }]);
  expect(types("/records/12")).toEqual([schemas.Page.properties.records.items]);
  expect(types("/more/anything")).toEqual([schemas.Text]);
  expect(types("/records/first")).toBeUndefined();
  expect(schemasAt(spec, node(ref("Page")), "/record")).toEqual({
    missing: "record",
    known: ["records", "more"],
  });
});

test.each([
  [{ type: ["string", "null"], properties: {} }, ["string"]],
  [{ properties: {} }, ["object"]],
  [{ additionalProperties: true }, ["object"]],
  [{ items: {} }, ["array"]],
  [{ prefixItems: [] }, ["array"]],
  [{ "x-extensible-enum": ["a"] }, ["string"]],
  [{ enum: [1, "a", 2, null] }, ["number", "string"]],
  [{ const: [1] }, ["array"]],
  [{ description: "anything" }, []],
])("the types of %j are %j", (schema, types) => {
  expect(typesOf(node(schema))).toEqual(types);
});
