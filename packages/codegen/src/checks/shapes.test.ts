import { expect, test } from "vitest";
import { list, testMistakes } from "../../test/mistakes.ts";
import { checkSpec } from "./check-spec.ts";

testMistakes([
  {
    replace: "name: End, in: query",
    by: "name: End, in: qery",
    line: "name: End",
    pointer: `${list}/parameters/3`,
    message: '"in" must be one of "query", "path", "header", "cookie"; found "qery"; did you mean "query"?',
  },
  {
    replace: "{ name: End, in",
    by: "{ in",
    line: "{ in: query, schema: { type: string, format",
    pointer: `${list}/parameters/3`,
    message: 'a parameter requires a "name"',
  },
  {
    replace: "details: { type: object }",
    by: "details: object",
    line: "details: object",
    pointer: "#/components/schemas/Record/properties/details",
    message: '"details" must be a schema; found "object"',
  },
  {
    replace: "required: [kind, price, parent]",
    by: "required: true",
    line: "required: true\n      properties:\n        kind",
    pointer: "#/components/schemas/Record/required",
    message: '"required" must be a list of strings; found true',
  },
  {
    replace:
      '      parameters:\n        - $ref: "#/components/parameters/PageSize"\n      responses:\n        "204"',
    by: '      parameters: { $ref: "#/components/parameters/PageSize" }\n      responses:\n        "204"',
    line: "parameters: { $ref",
    pointer: "#/paths/~1accounts~1{AccountSid}~1records/post/parameters",
    message: '"parameters" must be a list; found {"$ref":"#/components/parameters/PageSize"}',
  },
]);

test("accepts common mistakes that have no effect", () => {
  const schema = {
    type: "object",
    properties: { a: { type: "string", required: true }, b: { items: null } },
  };
  const operation = { parameters: null, responses: { 200: { content: { "application/json": { schema } } } } };
  expect(checkSpec({ openapi: "3.0.0", paths: { "/a": { get: operation, post: null, "x-a": 1 } } })).toEqual(
    [],
  );
});
