import { expect, test } from "vitest";
import { checkSpec, generate } from "../src/index.ts";
import { compile } from "./compile.ts";

const reading = {
  type: "object",
  required: ["cost", "bytes", "count", "tax", "fee"],
  properties: {
    cost: { type: "number", format: "decimal" },
    bytes: { type: "integer", format: "int64", maximum: 2 ** 63 - 1 },
    count: { type: "integer", format: "int64" },
    tax: { type: ["number", "string", "null"], format: "decimal" },
    fee: { type: ["number", "string"], format: "decimal" },
    sum: { $ref: "#/components/schemas/Money" },
    "a/b": { type: "object", additionalProperties: { $ref: "#/components/schemas/Money" } },
  },
};
const money = { allOf: [{ type: "object", properties: { value: { type: "number", format: "decimal" } } }] };

const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });

const specOf = (get: object, schemas: object = {}, openapi = "3.1.0") => ({
  openapi,
  info: { title: "t", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/readings": {
      get: {
        responses: { 200: json({ type: "object", properties: { readings: list("Reading") } }) },
        ...get,
      },
    },
    "/status": { get: { responses: { 200: json({ type: "object" }) } } },
  },
  components: { schemas: { Reading: reading, Money: money, ...schemas } },
});
const list = (name: string) => ({ type: "array", items: { $ref: `#/components/schemas/${name}` } });
const generated = (spec: object) => generate({ source: JSON.stringify(spec), name: "api.json" });

test("exact numbers have the type of text, and the table says where they are", async () => {
  const files = await generated(specOf({}));
  expect(files["operations.ts"]).toContain('import { parseExact } from "@usagewire/client";');
  for (const name of ["cost", "bytes", "tax", "sum/value", "a~1b/*/value"]) {
    expect(files["operations.ts"]).toContain(`"/readings/*/${name}"`);
  }
  expect(files["operations.ts"]).not.toContain("/count");
  const program = `
    import { api } from "./operations.js";
    import type { components } from "./schema.js";
    type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
    const yes: true = true;
    type Reading = components["schemas"]["Reading"];
    yes satisfies Equal<Reading["cost"], string>;
    yes satisfies Equal<Reading["bytes"], string>;
    yes satisfies Equal<Reading["count"], number>;
    yes satisfies Equal<Reading["tax"], string | null>;
    yes satisfies Equal<Reading["fee"], string>;
    yes satisfies Equal<NonNullable<components["schemas"]["Money"]["value"]>, string>;
    api.parseExact("", api.operations["GET /readings"].exact);
    // @ts-expect-error: it has none.
    api.operations["GET /status"].exact;`;
  const client = "export declare function parseExact(text: string, pointers: readonly string[]): unknown;";
  expect(
    compile({
      ...files,
      "program.ts": program,
      "node_modules/@usagewire/client/package.json":
        '{ "name": "@usagewire/client", "type": "module", "exports": "./index.d.ts" }',
      "node_modules/@usagewire/client/index.d.ts": client,
    }),
  ).toEqual([]);
}, 60_000);

test("a nullable one of OpenAPI 3.0 may be null", async () => {
  const amount = { type: "number", format: "decimal", nullable: true };
  const files = await generated(specOf({}, { Money: amount, Reading: { properties: { amount } } }, "3.0.3"));
  expect(files["schema.ts"]).toMatch(/amount\?: string \| null;/);
  expect(files["schema.ts"]).toMatch(/Money: string \| null;/);
});

test("nothing is imported if only schemas without a response have such numbers, or there are none", async () => {
  const status = { responses: { 204: { description: "" } } };
  for (const spec of [specOf(status), specOf(status, { Reading: {}, Money: {} })]) {
    expect((await generated(spec))["operations.ts"]).not.toMatch(/parseExact|exact:/);
  }
});

test("warns where text cannot be delivered or sent", () => {
  const tree = {
    type: "object",
    properties: { cost: { type: "number", format: "decimal" }, parts: list("Reading") },
  };
  const problems = checkSpec(
    specOf(
      {
        requestBody: json({ $ref: "#/components/schemas/Money" }),
        responses: { 200: json(list("Reading")), default: json({ $ref: "#/components/schemas/Money" }) },
      },
      { Reading: tree },
    ),
  );
  const sent =
    "GET /readings: exact numbers are typed as text, but only 2xx responses deliver them so; use another schema for requests and errors";
  expect(problems).toEqual([
    {
      pointer: "/components/schemas/Reading",
      message:
        "GET /readings: exact numbers in a schema that contains itself are delivered as text at its top only; deeper ones are numbers",
      severity: "warning",
    },
    { pointer: "/components/schemas/Money", message: sent, severity: "warning" },
    { pointer: "/components/schemas/Money", message: sent, severity: "warning" },
  ]);
});

test.each([true, false])(
  "ends where schemas contain each other, whether one has such a number: %j",
  async (has) => {
    const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
    const schemas = Object.fromEntries(
      names.map((name) => {
        const others = Object.fromEntries(names.map((other) => [other, list(other)]));
        return [
          name,
          { type: "object", properties: { ...others, ...(has && { cost: reading.properties.cost }) } },
        ];
      }),
    );
    const files = await generated(specOf({ responses: { 200: json(list("S0")) } }, schemas));
    expect(files["operations.ts"].includes('"/*/cost"')).toBe(has);
    expect(files["operations.ts"].includes('"/*/S3/*/cost"')).toBe(has);
  },
  60_000,
);
