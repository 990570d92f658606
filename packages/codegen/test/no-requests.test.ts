import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { generate, type LocatedProblem } from "../src/index.ts";
import { problemsIn } from "./mistakes.ts";

const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? "");
  response.end('{ "type": "object", "properties": { "fetched": { "type": "string" } } }');
});
let url = "";
let folder = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "codegen-"));
});
beforeEach(() => {
  requests.length = 0;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, document: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(document));
  return join(folder, name);
};

/** Every place of a document that can have a URL, other than a `$ref` that has a meaning. */
const withUrls = () => ({
  openapi: "3.1.0",
  jsonSchemaDialect: `${url}/dialect`,
  info: {
    title: "URLs",
    version: "1",
    termsOfService: `${url}/terms`,
    license: { name: "x", url: `${url}/license` },
  },
  externalDocs: { url: `${url}/docs` },
  servers: [{ url }],
  tags: [{ name: "a", externalDocs: { url: `${url}/tag` } }],
  "x-vendor": { $ref: `${url}/vendor` },
  paths: {
    "/pets": {
      get: {
        operationId: "pets",
        externalDocs: { url: `${url}/operation` },
        parameters: [
          {
            name: "a",
            in: "query",
            schema: { type: "string" },
            examples: { a: { externalValue: `${url}/parameter` } },
          },
        ],
        callbacks: { done: { [`${url}/callback`]: { post: { responses: { 200: { description: "" } } } } } },
        responses: {
          200: {
            description: "",
            links: { next: { operationRef: `${url}/link` } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Pet" },
                example: { $ref: `${url}/example` },
                examples: { one: { $ref: `${url}/examples` }, two: { externalValue: `${url}/external` } },
              },
            },
          },
        },
      },
    },
    "/other": { $ref: "other.json" },
  },
  components: {
    examples: { one: { $ref: `${url}/component` }, two: { externalValue: `${url}/component-value` } },
    links: { one: { operationRef: `${url}/component-link` } },
    securitySchemes: { oidc: { type: "openIdConnect", openIdConnectUrl: `${url}/oidc` } },
    schemas: {
      Pet: {
        $schema: `${url}/schema`,
        $id: `${url}/id`,
        externalDocs: { url: `${url}/schema-docs` },
        xml: { namespace: `${url}/xml` },
        default: { $ref: `${url}/default` },
        oneOf: [{ $ref: "#/components/schemas/Cat" }],
        discriminator: {
          propertyName: "kind",
          mapping: {
            cat: "#/components/schemas/Cat",
            dog: `${url}/dog.json`,
            cow: `//${url.slice(7)}/cow.json`,
          },
        },
      },
      Cat: {
        type: "object",
        properties: { kind: { type: "string" }, link: { type: "string", default: url } },
      },
    },
  },
});

/** A file that the document refers to, with URLs of its own. */
const other = () => ({
  get: {
    responses: {
      200: {
        description: "",
        content: {
          "application/json": {
            examples: { one: { $ref: `${url}/other` }, two: { externalValue: `${url}/other-value` } },
            schema: {
              type: "object",
              properties: { kind: { type: "string" } },
              discriminator: { propertyName: "kind", mapping: { dog: `${url}/other-dog.json` } },
            },
          },
        },
        "x-vendor": { $ref: `${url}/other-vendor` },
      },
    },
  },
});

test("generating makes no request, whatever URLs a document has", async () => {
  write("other.json", other());
  const spec = write("urls.json", withUrls());
  const warnings: LocatedProblem[] = [];
  const files = await generate(spec, { onWarning: (warning) => warnings.push(warning) });
  expect(files["schema.ts"]).toContain("Cat: {");
  expect(files["schema.ts"]).not.toContain("fetched");
  const ignored = (mapped: string) =>
    `discriminator.mapping: "${mapped}" points to a URL, which is not supported; save a copy next to the spec and refer to it; it is ignored`;
  expect(warnings.map(({ message }) => message).sort()).toEqual(
    [`${url}/dog.json`, `//${url.slice(7)}/cow.json`, `${url}/other-dog.json`].map(ignored).sort(),
  );
  expect(requests).toEqual([]);
});

test.each([
  ["a schema", (ref: string) => ({ schemas: { A: { $ref: ref } } }), "schemas/A"],
  ["a parameter", (ref: string) => ({ parameters: { A: { $ref: ref } } }), "parameters/A"],
  ["a response", (ref: string) => ({ responses: { A: { $ref: ref } } }), "responses/A"],
  ["a request body", (ref: string) => ({ requestBodies: { A: { $ref: ref } } }), "requestBodies/A"],
  ["a path item", (ref: string) => ({ pathItems: { A: { $ref: ref } } }), "pathItems/A"],
])("a $ref of %s to a URL is an error, and is not fetched", async (_, components, pointer) => {
  const document = {
    openapi: "3.1.0",
    paths: { "/a": { get: { responses: { 200: { description: "" } } } } },
    components: components(`${url}/a.json`),
  };
  expect(await problemsIn(write("reference.json", document))).toMatchObject([
    {
      pointer: `#/components/${pointer}/$ref`,
      message: expect.stringContaining("points to a URL, which is not supported"),
    },
  ]);
  expect(requests).toEqual([]);
});

test("a URL in place of the spec is a missing file", async () => {
  let stderr = "";
  const print = (text: string) => {
    stderr += text;
  };
  expect(await run([`${url}/api.yaml`, "--out", join(folder, "out")], { stdout: print, stderr: print })).toBe(
    1,
  );
  expect(stderr).toContain("file not found");
  expect(requests).toEqual([]);
});
