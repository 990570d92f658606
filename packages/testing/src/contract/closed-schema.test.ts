import { expect, test } from "vitest";
import { createValidator } from "./validator.ts";

/** Where a value has what its schema does not describe. */
function undescribed(schema: unknown, value: unknown, schemas: object = {}): string[] {
  const validate = createValidator({ components: { schemas } });
  return validate(schema, value).map(({ pointer, message }) => `${pointer} ${message.replace(/ \(.*/, "")}`);
}

const a = { type: "object", properties: { a: { type: "integer" } } };
const b = { type: "object", properties: { b: { type: "integer" } } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("an object has nothing but what is described, at any depth", () => {
  const schema = { ...a, properties: { a: { type: "array", items: b } } };
  expect(undescribed(schema, { a: [{ b: 1 }, { b: 1, c: 1 }] })).toEqual(["/a/1/c is not described"]);
});

test("composed objects have what their parts describe together", () => {
  const all = { allOf: [ref("A"), b] };
  expect(undescribed(all, { a: 1, b: 1 }, { A: a })).toEqual([]);
  expect(undescribed(all, { a: 1, b: 1, c: 1 }, { A: a })).toEqual(["/c is not described"]);
  expect(undescribed({ ...ref("A"), properties: { b: {} } }, { a: 1, b: 1, c: 1 }, { A: a })).toEqual([
    "/c is not described",
  ]);
});

test("a part of one schema is a whole object elsewhere", () => {
  const schema = { properties: { whole: ref("A"), part: { allOf: [ref("A"), b] } } };
  expect(undescribed(schema, { whole: { a: 1, b: 1 }, part: { a: 1, b: 1 } }, { A: a })).toEqual([
    "/whole/b is not described",
  ]);
});

test("an object of one of several kinds, or none, has what its kind describes", () => {
  const schema = { anyOf: [ref("A"), b, { type: "null" }] };
  expect(undescribed(schema, null, { A: a })).toEqual([]);
  expect(undescribed(schema, { b: 1 }, { A: a })).toEqual([]);
  expect(undescribed({ oneOf: [ref("A"), { type: "null" }] }, { c: 1 }, { A: a })).toEqual([
    "/c is not described",
  ]);
});

test("an object that says what else it may contain, or describes nothing, stays open", () => {
  expect(undescribed({ ...a, additionalProperties: { type: "string" } }, { a: 1, c: "x" })).toEqual([]);
  expect(undescribed({ ...a, additionalProperties: { type: "string" } }, { a: 1, c: 1 })).toEqual([
    "/c must be string, found 1",
  ]);
  expect(undescribed({ ...a, unevaluatedProperties: true }, { c: 1 })).toEqual([]);
  expect(undescribed({ type: "object" }, { c: 1 })).toEqual([]);
  expect(undescribed({ anyOf: [{ type: "object" }, { type: "null" }] }, { c: 1 })).toEqual([]);
});

test("a schema may contain itself", () => {
  const tree = {
    type: "object",
    properties: { left: ref("Tree"), right: { anyOf: [ref("Tree"), { type: "null" }] } },
  };
  expect(undescribed(ref("Tree"), { left: { left: {} }, right: null }, { Tree: tree })).toEqual([]);
  expect(undescribed(ref("Tree"), { left: { left: { c: 1 } } }, { Tree: tree })).toEqual([
    "/left/left/c is not described",
  ]);
});

test("a reference to nothing says so", () => {
  expect(() => undescribed(ref("Nothing"), {})).toThrow("#/components/schemas/Nothing refers to nothing");
});
