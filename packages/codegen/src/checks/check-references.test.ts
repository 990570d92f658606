import { list, testSlips } from "../../test/slips.ts";

testSlips([
  {
    replace: "  schemas:",
    by: `  examples: { Details: { value: {} } }
  schemas:
    Details: { $ref: "#/components/examples/Details" }`,
    line: "    Details: {",
    pointer: "#/components/schemas/Details/$ref",
    message: '$ref "#/components/examples/Details" leads to an example, where a schema is wanted',
  },
  {
    replace: "schemas/RecordList",
    by: "schemas/RecordsList",
    line: "RecordsList",
    pointer: `${list}/responses/200/content/application~1json/schema/$ref`,
    message:
      '$ref "#/components/schemas/RecordsList" leads nowhere: no "RecordsList" in #/components/schemas; did you mean "RecordList"?',
  },
  {
    replace: "details: { type: object }",
    by: 'details: { $ref: "#/components/schemas/Record/properties/details" }',
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message: '$ref "#/components/schemas/Record/properties/details" leads in a circle',
  },
  {
    replace: "details: { type: object }",
    by: "details: { $ref: other.yaml }",
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message: '$ref "other.yaml" leads to the file "other.yaml", which cannot be read',
  },
  {
    replace: "details: { type: object }",
    by: "details: { $ref: https://example.com/a.yaml }",
    line: "details: {",
    pointer: "#/components/schemas/Record/properties/details/$ref",
    message:
      '$ref "https://example.com/a.yaml" leads to another server; keep a copy beside the spec and refer to that',
  },
]);
