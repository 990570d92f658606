import { expect, test } from "vitest";
import { createValidator } from "./validator.ts";

/** The places of a value that do not match the schema. */
function violations(schema: unknown, value: unknown, schemas: object = {}): string[] {
  const validate = createValidator("test.yaml", { openapi: "3.1.0", components: { schemas } });
  return validate(schema, value).map(({ pointer, message }) => `${pointer} ${message.replace(/ \(.*/, "")}`);
}

const a = { type: "object", properties: { a: { type: "integer" } } };
const b = { type: "object", properties: { b: { type: "integer" } } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("rejects unknown properties at any depth", () => {
  const schema = { ...a, properties: { a: { type: "array", items: b } } };
  expect(violations(schema, { a: [{ b: 1 }, { b: 1, c: 1 }] })).toEqual(["/a/1/c is not in the spec"]);
});

test("accepts the properties of all parts of a composed object", () => {
  const all = { allOf: [ref("A"), b] };
  expect(violations(all, { a: 1, b: 1 }, { A: a })).toEqual([]);
  expect(violations(all, { a: 1, b: 1, c: 1 }, { A: a })).toEqual(["/c is not in the spec"]);
  expect(violations({ ...ref("A"), properties: { b: {} } }, { a: 1, b: 1, c: 1 }, { A: a })).toEqual([
    "/c is not in the spec",
  ]);
});

test("closes a schema where it is used alone, not where it is a part", () => {
  const schema = { properties: { whole: ref("A"), part: { allOf: [ref("A"), b] } } };
  expect(violations(schema, { whole: { a: 1, b: 1 }, part: { a: 1, b: 1 } }, { A: a })).toEqual([
    "/whole/b is not in the spec",
  ]);
});

test("closes each alternative", () => {
  const schema = { anyOf: [ref("A"), b, { type: "null" }] };
  expect(violations(schema, null, { A: a })).toEqual([]);
  expect(violations(schema, { b: 1 }, { A: a })).toEqual([]);
  expect(violations({ oneOf: [ref("A"), { type: "null" }] }, { c: 1 }, { A: a })).toEqual([
    "/c is not in the spec",
  ]);
});

test("keeps explicit additionalProperties and objects without properties open", () => {
  expect(violations({ ...a, additionalProperties: { type: "string" } }, { a: 1, c: "x" })).toEqual([]);
  expect(violations({ ...a, additionalProperties: { type: "string" } }, { a: 1, c: 1 })).toEqual([
    "/c must be string, found 1",
  ]);
  expect(violations({ ...a, unevaluatedProperties: true }, { c: 1 })).toEqual([]);
  expect(violations({ type: "object" }, { c: 1 })).toEqual([]);
  expect(violations({ anyOf: [{ type: "object" }, { type: "null" }] }, { c: 1 })).toEqual([]);
});

test("accepts recursive schemas", () => {
  const tree = {
    type: "object",
    properties: { left: ref("Tree"), right: { anyOf: [ref("Tree"), { type: "null" }] } },
  };
  expect(violations(ref("Tree"), { left: { left: {} }, right: null }, { Tree: tree })).toEqual([]);
  expect(violations(ref("Tree"), { left: { left: { c: 1 } } }, { Tree: tree })).toEqual([
    "/left/left/c is not in the spec",
  ]);
});

test("rejects references that lead nowhere", () => {
  expect(() => violations(ref("Nothing"), {})).toThrow(
    "$ref #/components/schemas/Nothing leads to nothing in the document",
  );
});
