import { expect, test } from "vitest";
import pagination from "../../../../specs/extensions/x-pagination.schema.json" with { type: "json" };
import window from "../../../../specs/extensions/x-window.schema.json" with { type: "json" };
import { operationsOf } from "../document/operations.ts";
import { child, specOf } from "../document/spec.ts";
import { checkAnnotations } from "./annotations.ts";
import { validateExtension } from "./extension-schema.ts";

/** All messages about an extension of an operation, with a schema of the test's own. */
function messages(extension: unknown, schema: object): string[] {
  const records = { type: "array", items: { type: "object", properties: { bytes: {} } } };
  const body = { type: "object", properties: { rides: records, more: { type: "boolean" } } };
  const operation = {
    "x-list": extension,
    parameters: [{ name: "page", in: "query" }],
    responses: { 200: { content: { "application/json": { schema: body } } } },
  };
  const spec = specOf(new Map([["", { paths: { "/rides": { get: operation } } }]]));
  return operationsOf(spec).flatMap((found) => {
    const node = child(found.node, "x-list");
    const { problems } = validateExtension(node, schema);
    return [...problems, ...checkAnnotations(spec, found, node, schema)].map(({ message }) => message);
  });
}

test("checks of a new style follow from its schema alone", () => {
  const schema = {
    type: "object",
    required: ["style"],
    properties: { style: { enum: ["known", "new"] } },
    if: { properties: { style: { const: "new" } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        list: { "x-records": true },
        flag: { "x-value-types": ["boolean"] },
        names: { items: { "x-query-parameter": true } },
        mode: { "x-requires": { strict: ["flag", "names"] } },
      },
    },
  };
  const valid = { list: "/rides", flag: "$response.body#/more", names: ["page"], mode: "strict" };
  expect(messages({ style: "new", ...valid }, schema)).toEqual([]);
  const broken = { list: "/more", flag: "$response.body#/rides", names: ["page", "size"] };
  expect(messages({ style: "new", ...broken }, schema)).toEqual([
    'x-list.list: must point to an array; "/more" is of type boolean',
    'x-list.flag: "/rides" must be of type boolean; its schema says array',
    'x-list.names.1: unknown query parameter "size"; GET /rides has "page"',
  ]);
  expect(messages({ style: "new", mode: "strict" }, schema)).toEqual([
    'x-list.mode: "strict" requires "flag" or "names"',
  ]);
  expect(messages({ style: "new", mode: "strict", names: ["page"] }, schema)).toEqual([]);
  expect(messages({ style: "known", ...broken, mode: "strict" }, schema)).toEqual([]);
});

test("every pointer, expression and parameter in our schemas has an annotation", () => {
  const plain: unknown[] = [];
  const visit = (schema: unknown): void => {
    if (typeof schema !== "object" || schema === null) return;
    const keywords = Object.keys(schema);
    const isReference = "$ref" in schema && /\/(pointer|expression)$/.test(String(schema.$ref));
    if (isReference && !keywords.includes("x-records") && !keywords.includes("x-value-types")) {
      plain.push(schema);
    }
    for (const below of Object.values(schema)) visit(below);
  };
  visit(pagination);
  visit(window);
  expect(plain).toEqual([]);
  expect(pagination.$defs.parameter["x-query-parameter"]).toBe(true);
  expect(window.$defs.parameter["x-query-parameter"]).toBe(true);
});
