import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { specOf } from "../src/document/spec.ts";
import { renderSchema } from "../src/render/schema.ts";

const schemaModule = join(import.meta.dirname, "../src/render/schema.ts");
const specModule = join(import.meta.dirname, "../src/document/spec.ts");

/** The types of documents, made by openapi-typescript with TypeScript and everything else that it depends on. */
function typesByTypeScript(documents: readonly unknown[]): string[] {
  const program = `
import { json } from "node:stream/consumers";
import { specOf } from ${JSON.stringify(specModule)};
import { renderSchema } from ${JSON.stringify(schemaModule)};
const documents = await json(process.stdin);
console.log(JSON.stringify(documents.map((document) => renderSchema(specOf(new Map([["", document]]))))));
`;
  const args = ["--conditions=@usagewire/source", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    input: JSON.stringify(documents),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(stderr);
  }
}

const withSchemas = (schemas: unknown) => ({
  openapi: "3.1.0",
  paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "" } } } } },
  components: { schemas },
});

// A percent sign, an empty name and "#/" are where openapi-typescript goes wrong, and we do not.
const text = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.constantFrom("a\r\n\tb", "*/", "a\n\n  b"),
  )
  .filter((value) => !value.includes("%") && !value.includes("#"));
const name = fc
  .oneof(text, fc.constantFrom("constructor", "class", "0", "-1", "1e3", "a/b", "a~b", "A"))
  .filter((value) => value !== "" && value !== "__proto__");
const notes = {
  title: text,
  description: text,
  format: text,
  default: fc.oneof(text, fc.integer(), fc.constant({ a: [1] })),
  example: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })),
  deprecated: fc.boolean(),
  nullable: fc.boolean(),
  readOnly: fc.boolean(),
};
const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small" },
    fc.boolean(),
    fc.record(
      { type: fc.constantFrom("string", "integer", "number", "boolean", "null"), ...notes },
      { requiredKeys: ["type"] },
    ),
    fc.record({ const: fc.oneof(fc.jsonValue({ maxDepth: 2 })) }),
    fc.record(
      {
        enum: fc.array(fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { minLength: 1 }),
        ...notes,
      },
      { requiredKeys: ["enum"] },
    ),
    fc.record({ type: fc.constant("string"), "x-extensible-enum": fc.array(text) }),
    fc.record({ type: fc.constant("array"), items: tie("schema") }, { requiredKeys: ["type"] }),
    fc.record({ type: fc.constant("array"), prefixItems: fc.array(tie("schema"), { maxLength: 3 }) }),
    fc.record({
      type: fc.constant(["string", "null", "object"]),
      properties: fc.dictionary(name, tie("schema")),
    }),
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(name, tie("schema"), { maxKeys: 4 }),
        required: fc.array(name, { maxLength: 2 }),
        additionalProperties: tie("schema"),
        ...notes,
      },
      { requiredKeys: ["type"] },
    ),
    fc.record({
      allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
      required: fc.array(name, { maxLength: 2 }),
    }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), description: text }),
    fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), nullable: fc.boolean() }),
    fc.constant({ $ref: "#/components/schemas/Shared" }),
    fc.constant({ required: ["id"], allOf: [{ $ref: "#/components/schemas/Shared" }] }),
  ),
}));
const shared = { type: "object", properties: { id: { type: "integer" } } };

/** Texts that are rare among random ones. */
const rare = [
  "\0",
  "\x001",
  "\0a",
  "\t\v\f\b\r\n",
  '\\"',
  "\u007f\u0085\u2028é𒑖",
  "a\n\tb\n  \tc\n\u2003d",
  "a\rb",
  "",
];
const rareSchemas = {
  Names: {
    type: "object",
    properties: Object.fromEntries(rare.map((key) => [`${key}!`, { type: "string", description: key }])),
  },
  Open: { type: "string", "x-extensible-enum": rare },
  Empty: { type: "array", prefixItems: [] },
  Numbers: { enum: [-1, 0, 1.5, 1e21, -1e-9] },
  Nullable: {
    anyOf: [
      { type: "string", nullable: true },
      { type: "object", additionalProperties: false },
    ],
  },
  Intersections: {
    type: "array",
    items: { allOf: [{ type: "object", properties: { a: { type: "string" } } }, { type: "object" }] },
  },
};

test("types are what openapi-typescript makes with TypeScript, byte by byte", () => {
  const sampled = fc.sample(
    fc
      .dictionary(name, schema, { minKeys: 1, maxKeys: 5 })
      .map((schemas) => ({ ...schemas, Shared: shared })),
    { numRuns: 400 },
  );
  // As they are in a JSON file.
  const documents: unknown[] = JSON.parse(JSON.stringify([rareSchemas, ...sampled].map(withSchemas)));
  const expected = typesByTypeScript(documents);
  documents.forEach((document, index) => {
    expect(renderSchema(specOf(new Map([["", document]]))), JSON.stringify(document)).toBe(expected[index]);
  });
}, 120_000);
