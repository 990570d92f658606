import { expect, test } from "vitest";
import { list, testMistakes } from "../../test/mistakes.ts";
import { checkSpec } from "./check-spec.ts";

testMistakes([
  {
    replace: "details: { type: object }",
    by: `details: { $ref: [${"1,".repeat(40)}1] }`,
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message: `$ref must be a string; found [${"1,".repeat(29)}1`,
  },
  {
    replace: "  schemas:",
    by: `  examples: { Details: { value: {} } }
  schemas:
    Details: { $ref: "#/components/examples/Details" }`,
    line: "    Details: {",
    pointer: "#/components/schemas/Details/$ref",
    message: '$ref "#/components/examples/Details" points to an example; expected a schema',
  },
  {
    replace: "schemas/RecordList",
    by: "schemas/RecordsList",
    line: "RecordsList",
    pointer: `${list}/responses/200/content/application~1json/schema/$ref`,
    message:
      '$ref "#/components/schemas/RecordsList" does not resolve: #/components/schemas has no "RecordsList"; did you mean "RecordList"?',
  },
  {
    replace: "details: { type: object }",
    by: 'details: { $ref: "#/components/schemas/Record/properties/details" }',
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message: '$ref "#/components/schemas/Record/properties/details" is circular',
  },
  {
    replace: "details: { type: object }",
    by: "details: { $ref: other.yaml }",
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message: '$ref "other.yaml" points to the file "other.yaml", which cannot be read',
  },
  {
    replace: "details: { type: object }",
    by: "details: { $ref: https://example.com/a.yaml }",
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message:
      '$ref "https://example.com/a.yaml" points to a URL, which is not supported; save a copy next to the spec and refer to it',
  },
]);

test("mapping is a keyword of a discriminator only", () => {
  const schema = { type: "object", mapping: { a: "http://localhost/a" } };
  const document = { openapi: "3.1.0", paths: { "/a": {} }, components: { schemas: { A: schema } } };
  expect(checkSpec(document)).toEqual([]);
});
