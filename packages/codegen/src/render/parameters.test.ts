import { expect, test } from "vitest";
import { specOf } from "../document/spec.ts";
import { parameterFacts } from "./parameters.ts";

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
