import { describe, expect, test } from "vitest";
import { specOf } from "../document/spec.ts";
import { oneDocument } from "./one-document.ts";

const json = (schema: unknown) => ({ content: { "application/json": { schema } } });

/** The document of a spec in several files, the spec itself as `""`, as a JSON file would have it. */
const joined = (files: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(oneDocument(specOf(new Map(Object.entries(files))))));

/** What becomes of a spec with a response of this schema, next to another file. */
function withSchema(schema: unknown, other: unknown, components: object = {}) {
  const spec = { paths: { "/a": { get: { responses: { 200: json(schema) } } } }, components };
  const document = joined({ "": spec, "dir/other.yaml": other });
  return {
    schema: document.paths["/a"].get.responses[200].content["application/json"].schema,
    components: document.components,
  };
}

const text = { type: "string" };
const number = { type: "number" };

describe("a schema in another file becomes a component", () => {
  test("named by its last key", () => {
    expect(withSchema({ $ref: "dir/other.yaml#/defs/A" }, { defs: { A: text } })).toEqual({
      schema: { $ref: "#/components/schemas/A" },
      components: { schemas: { A: text } },
    });
  });

  test("named by more of its keys if another schema has the name", () => {
    const other = { all: { defs: { A: text } } };
    expect(
      withSchema({ $ref: "dir/other.yaml#/all/defs/A" }, other, { schemas: { A: number } }).components,
    ).toEqual({
      schemas: { A: number, "defs-A": text },
    });
  });

  test("named by its file if it is the whole file", () => {
    expect(withSchema({ $ref: "dir/other.yaml" }, text).schema).toEqual({
      $ref: "#/components/schemas/other",
    });
  });

  test("named by its file and keys, with a number, if all are taken", () => {
    const taken = Object.fromEntries(["A", "other_A", "other_A-2"].map((name) => [name, number]));
    const { components, schema } = withSchema({ $ref: "dir/other.yaml#/A" }, { A: text }, { schemas: taken });
    expect(schema).toEqual({ $ref: "#/components/schemas/other_A-3" });
    expect(components.schemas).toEqual({ ...taken, "other_A-3": text });
  });

  test("once, however often and from wherever it is referred to", () => {
    const other = {
      A: { properties: { next: { $ref: "#/A" }, list: { items: { $ref: "other.yaml#/A" } } } },
    };
    const A = { $ref: "#/components/schemas/A" };
    expect(
      withSchema({ oneOf: [{ $ref: "dir/other.yaml#/A" }, { $ref: "dir/other.yaml#/A" }] }, other),
    ).toEqual({
      schema: { oneOf: [A, A] },
      components: { schemas: { A: { properties: { next: A, list: { items: A } } } } },
    });
  });

  test("in place of a component that only leads to it", () => {
    const A = { $ref: "dir/other.yaml#/A" };
    expect(withSchema({ $ref: "#/components/schemas/A" }, { A: text }, { schemas: { A, B: A } })).toEqual({
      schema: { $ref: "#/components/schemas/A" },
      components: { schemas: { A: text, B: { $ref: "#/components/schemas/A" } } },
    });
  });

  test("two schemas of one name in two files have two names", () => {
    const spec = {
      paths: {
        "/a": {
          get: { responses: { 200: json({ anyOf: [{ $ref: "a.yaml#/A" }, { $ref: "b.yaml#/A" }] }) } },
        },
      },
    };
    expect(joined({ "": spec, "a.yaml": { A: text }, "b.yaml": { A: number } }).components).toEqual({
      schemas: { A: text, b_A: number },
    });
  });

  test("and what it refers to in the spec stays there", () => {
    const spec = { components: { schemas: { A: { $ref: "other.yaml#/A" }, B: number } } };
    const other = { A: { items: { $ref: "spec.yaml#/components/schemas/B" } } };
    expect(joined({ "": spec, "spec.yaml": spec, "other.yaml": other }).components.schemas).toEqual({
      A: { items: { $ref: "#/components/schemas/B" } },
      B: number,
    });
  });
});

test("keeps what stands next to a reference", () => {
  const { schema } = withSchema({ $ref: "dir/other.yaml#/A", description: "here" }, { A: text });
  expect(schema).toEqual({ $ref: "#/components/schemas/A", description: "here" });
});

test("parameters, responses, headers and bodies in another file become components of their kind", () => {
  const spec = {
    paths: {
      "/a": {
        parameters: [{ $ref: "o.yaml#/P" }],
        post: {
          requestBody: { $ref: "o.yaml#/B" },
          responses: { 200: { $ref: "o.yaml#/R" }, 201: { headers: { H: { $ref: "o.yaml#/H" } } } },
        },
      },
    },
  };
  const other = { P: { name: "p", in: "query" }, B: json(text), R: json(number), H: { schema: text } };
  const document = joined({ "": spec, "o.yaml": other });
  const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
  expect(document).toEqual({
    paths: {
      "/a": {
        parameters: [reference("parameters", "P")],
        post: {
          requestBody: reference("requestBodies", "B"),
          responses: { 200: reference("responses", "R"), 201: { headers: { H: reference("headers", "H") } } },
        },
      },
    },
    components: {
      parameters: { P: other.P },
      requestBodies: { B: other.B },
      responses: { R: other.R },
      headers: { H: other.H },
    },
  });
});

test("operations, webhooks, media types, and path items in another file stand where they are referred to", () => {
  const item = { get: { responses: { 200: json(text) } } };
  const spec = {
    paths: {
      "/a": { $ref: "o.yaml#/item", summary: "here" },
      "/b": { get: { $ref: "#/x-operation" } },
      "/c": { $ref: "#/components/pathItems/c" },
    },
    webhooks: { w: { $ref: "#/components/pathItems/c" } },
    components: {
      pathItems: { c: { get: { responses: { 200: { content: { "a/b": { $ref: "o.yaml#/media" } } } } } } },
    },
    "x-operation": { operationId: "b" },
  };
  const c = { get: { responses: { 200: { content: { "a/b": { schema: number } } } } } };
  expect(joined({ "": spec, "o.yaml": { item, media: { schema: number } } })).toEqual({
    paths: {
      "/a": { ...item, summary: "here" },
      "/b": { get: { operationId: "b" } },
      "/c": { $ref: "#/components/pathItems/c" },
    },
    webhooks: { w: c },
    components: { pathItems: { c } },
  });
});

test("a reference within the spec stays as it is, without percent escapes", () => {
  const { schema } = withSchema(
    { $ref: "#/components/schemas/a%20b~1c/properties/d" },
    {},
    {
      schemas: { "a b/c": { properties: { d: text } } },
    },
  );
  expect(schema).toEqual({ $ref: "#/components/schemas/a b~1c/properties/d" });
});

test.each(["x-shared", "definitions"])(
  "what is in %s becomes a component, since no types are made of it",
  (part) => {
    const spec = {
      paths: { "/a": { get: { responses: { 200: json({ $ref: `#/${part}/A` }) } } } },
      [part]: { A: text },
    };
    expect(joined({ "": spec }).components).toEqual({ schemas: { A: text } });
  },
);

test("the values of a discriminator are references, and those that lead nowhere are left out", () => {
  const mapping = {
    a: "A",
    b: "#/components/schemas/B",
    c: "dir/other.yaml#/C",
    d: "D",
    e: "http://localhost/e",
    f: 1,
  };
  const { schema, components } = withSchema(
    { oneOf: [], discriminator: { propertyName: "kind", mapping } },
    { C: text },
    { schemas: { A: text, B: number } },
  );
  expect(schema.discriminator).toEqual({
    propertyName: "kind",
    mapping: { a: "#/components/schemas/A", b: "#/components/schemas/B", c: "#/components/schemas/C" },
  });
  expect(components.schemas.C).toEqual(text);
});

test("the second operation with an operationId has none", () => {
  const paths = {
    "/a": { get: { operationId: "a" }, put: { operationId: "b" } },
    "/b": { get: { operationId: "a" } },
  };
  expect(joined({ "": { paths } }).paths).toEqual({ "/a": paths["/a"], "/b": { get: {} } });
});

test("leaves out what types are not made of", () => {
  const { schema } = withSchema(
    {
      "x-vendor": 1,
      "x-extensible-enum": ["a"],
      examples: { named: 1 },
      example: { deep: { $ref: "#/no" } },
      default: Number.NaN,
      enum: [1, Number.POSITIVE_INFINITY],
      properties: { "x-name": { examples: [1] }, examples: text, "x-text": "text" },
      allOf: [true, text],
      anyOf: [true],
    },
    {},
  );
  expect(schema).toEqual({
    "x-extensible-enum": ["a"],
    default: null,
    enum: [1, null],
    properties: { "x-name": { examples: [1] }, examples: text },
    allOf: [{}, text],
    anyOf: [true],
  });
});

test("nullable on an extensible enum is a type, and elsewhere stays", () => {
  const open = { type: "string", "x-extensible-enum": ["a"] };
  expect(withSchema({ ...open, nullable: true }, {}).schema).toEqual({ ...open, type: ["string", "null"] });
  expect(withSchema({ ...open, nullable: false }, {}).schema).toEqual({ ...open, nullable: false });
  expect(withSchema({ ...text, nullable: true }, {}).schema).toEqual({ ...text, nullable: true });
});

test("a broken reference is left out", () => {
  expect(withSchema({ $ref: "#/no", description: "here" }, {}).schema).toEqual({ description: "here" });
});

test("does not change the spec", () => {
  const spec = { paths: { "/a": { get: { responses: { 200: json({ $ref: "o.yaml", nullable: true }) } } } } };
  const before = JSON.stringify(spec);
  joined({ "": spec, "o.yaml": text });
  expect(JSON.stringify(spec)).toBe(before);
});
