import { expect, test } from "vitest";
import { operationsOf } from "../document/operations.ts";
import { specOf } from "../document/spec.ts";
import { parameterFacts, sharedParameters } from "./parameters.ts";

const schemas = {
  Day: { type: "string", format: "date", pattern: "^\\d" },
  Offset: { type: "string", pattern: "^[-+]\\d+days$" },
  Size: { allOf: [{ type: "integer", maximum: 1000 }, { minimum: 1 }], default: 50 },
  Open: { anyOf: [{ type: "string", enum: ["a"] }, { type: "string" }] },
};
const spec = specOf(new Map([["", { components: { schemas } }]]));
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** As they are generated: without the members that are `undefined`. */
const facts = (parameter: object) =>
  JSON.parse(
    JSON.stringify(
      parameterFacts(spec, {
        name: "p",
        in: "query",
        node: { value: { name: "p", in: "query", ...parameter }, file: "" },
      }),
    ),
  );

test.each([
  ["a reference", { schema: ref("Day") }, { type: "string", format: "date", pattern: "^\\d" }],
  ["allOf", { schema: ref("Size") }, { type: "integer", minimum: 1, maximum: 1000, default: 50 }],
  [
    "a date or an offset: the format, but no pattern, since each has its own",
    { schema: { anyOf: [ref("Day"), ref("Offset")] } },
    { type: "string", format: "date" },
  ],
  [
    "several types",
    { schema: { type: ["integer", "string"], minimum: 1 } },
    { type: ["integer", "string"], minimum: 1 },
  ],
  ["null, which a query cannot contain", { schema: { type: ["string", "null"] } }, { type: "string" }],
  ["an enum without a type", { schema: { enum: [1, 2, null] } }, { type: "number", values: [1, 2] }],
  ["a constant", { schema: { const: "a" } }, { type: "string", values: ["a"] }],
  ["an enum next to any string", { schema: ref("Open") }, { type: "string", values: ["a"], open: true }],
  [
    "enums in alternatives",
    { schema: { oneOf: [{ enum: ["a"] }, { enum: ["b"] }, { type: "null" }] } },
    { type: "string", values: ["a", "b"] },
  ],
  ["no schema", {}, { type: "string" }],
  ["a schema that allows anything", { schema: true, required: true }, { type: "string", required: true }],
  [
    "a deep object",
    { style: "deepObject", schema: { type: "object" } },
    { type: "object", style: "deepObject", explode: false },
  ],
  ["commas", { explode: false, schema: { type: "array" } }, { type: "array", explode: false }],
  ["a path", { in: "path", schema: { type: "array" }, style: "simple" }, { type: "array" }],
  ["a matrix path", { in: "path", schema: {}, style: "matrix" }, { type: "string", style: "matrix" }],
])("%s", (_, parameter, expected) => {
  expect(facts(parameter)).toEqual(expected);
});

test("a parameter is shared if it is a path or query parameter of components that several operations use", () => {
  const query = (name: string) => ({ name, in: "query" });
  const used = [
    ...["Query", "Path", "Header", "Deep/inner"].map((name) => `#/components/parameters/${name}`),
    ...[
      "#/components/x-more/Other",
      "#/x-components/parameters/Root",
      "more.yaml#/components/parameters/File",
    ],
  ];
  const parameters = used.map(($ref) => ({ $ref }));
  const document = {
    paths: {
      "/a": { get: { parameters: [...parameters, { $ref: "#/components/parameters/Once" }] } },
      "/b": { get: { parameters } },
    },
    components: {
      parameters: {
        Query: query("q"),
        Path: { name: "p", in: "path" },
        Header: { name: "h", in: "header" },
        Deep: { inner: query("i") },
        Once: query("o"),
      },
      "x-more": { Other: query("x") },
    },
    "x-components": { parameters: { Root: query("r") } },
  };
  const more = { components: { parameters: { File: query("f") } } };
  const spec = specOf(
    new Map<string, unknown>([
      ["", document],
      ["more.yaml", more],
    ]),
  );
  const operations = operationsOf(spec);
  expect(operations[1]?.parameters).toHaveLength(used.length);
  expect([...sharedParameters(operations).keys()]).toEqual(["Query", "Path"]);
});
