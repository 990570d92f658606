import { testSlips } from "../../test/slips.ts";

testSlips([
  {
    replace: "kind: { type: string, x-extensible-enum: [sim, fleet] }\n        unit",
    by: "kind: { type: string, enum: [a], x-extensible-enum: [sim, fleet] }\n        unit",
    line: "kind: { type: string, enum",
    pointer: "#/components/schemas/Record/properties/kind/x-extensible-enum",
    message: 'x-extensible-enum leaves the values open, "enum" beside it closes them; keep one',
  },
  {
    replace: '{ type: [string, "null"], x-extensible-enum',
    by: "{ type: integer, x-extensible-enum",
    line: "unit: {",
    pointer: "#/components/schemas/Record/properties/unit/x-extensible-enum",
    message: 'x-extensible-enum needs type: string, or [string, "null"], beside it',
  },
]);
