import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run, writeAll } from "../src/cli.ts";
import { type GeneratedFiles, generate } from "../src/index.ts";
import { compile } from "./compile.ts";
import { problemsIn } from "./mistakes.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "codegen-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function codegen(...args: string[]) {
  const output = { stdout: "", stderr: "" };
  const code = await run(args, {
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text;
    },
  });
  return { code, ...output };
}

const json = (schema: unknown) => ({ description: "", content: { "application/json": { schema } } });

/** A document in which everything that has a name has the same one. */
const named = (name: string) => ({
  openapi: "3.1.0",
  info: { title: name, version: name },
  servers: [{ url: `https://example.com/{${name}}`, variables: { [name]: { default: name } } }],
  tags: [{ name, description: name }],
  paths: {
    [`/${name}/{${name}}`]: {
      parameters: [{ $ref: `#/components/parameters/${name}` }],
      get: {
        operationId: name,
        summary: name,
        security: [{ [name]: [] }],
        parameters: [
          { name, in: "query", description: name, schema: { type: "string", enum: [name], default: name } },
        ],
        responses: {
          200: {
            ...json({ $ref: `#/components/schemas/${name}` }),
            headers: { [name]: { schema: { type: "string" } } },
          },
          default: { $ref: `#/components/responses/${name}` },
        },
      },
      post: {
        parameters: [],
        requestBody: { $ref: `#/components/requestBodies/${name}` },
        responses: { 200: json({ $ref: "#/components/schemas/Pet" }) },
      },
    },
  },
  components: {
    parameters: { [name]: { name, in: "path", required: true, schema: { type: "string" } } },
    responses: { [name]: json({ type: "string" }) },
    requestBodies: { [name]: { content: { "application/json": { schema: { type: "string" } } } } },
    securitySchemes: { [name]: { type: "apiKey", in: "header", name } },
    schemas: {
      [name]: {
        type: "object",
        description: name,
        required: [name],
        properties: { [name]: { type: "integer", title: name } },
      },
      Inherited: { required: [name], allOf: [{ $ref: "#/components/schemas/Empty" }, { type: "object" }] },
      Empty: { type: "object", properties: { other: { type: "string" } } },
      Pet: {
        oneOf: [{ $ref: `#/components/schemas/${name}` }, { $ref: "#/components/schemas/Empty" }],
        discriminator: {
          propertyName: name,
          mapping: { [name]: `#/components/schemas/${name}`, empty: "Empty" },
        },
      },
    },
  },
});

const inherited = [
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "toString",
  "valueOf",
  "__proto__",
  "__defineGetter__",
];
const keywords = [
  "prototype",
  "default",
  "enum",
  "get",
  "type",
  "properties",
  "class",
  "then",
  "parameters",
  "name",
];

interface Evaluated {
  readonly api?: unknown;
  readonly descriptions?: {
    readonly [operation: string]: { readonly query?: object; readonly path?: object };
  };
}

/** What the module `operations.ts` exports. */
function evaluate(files: GeneratedFiles): Evaluated {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const exports = {};
  new Function("exports", ts.transpileModule(files["operations.ts"], { compilerOptions }).outputText)(
    exports,
  );
  return exports;
}

test.each([...inherited, ...keywords])(
  "everything may have the name %s",
  async (name) => {
    const files = await generate({ source: JSON.stringify(named(name)), name: "names.json" });
    expect(compile({ ...files })).toEqual([]);
    const { api, descriptions } = evaluate(files);
    expect(api).toMatchObject({
      security: [{ type: "apiKey", in: "header", name }],
      baseUrl: `https://example.com/${name}`,
    });
    const operation = `GET /${name}/{${name}}`;
    const { query, path } = descriptions?.[operation] ?? {};
    expect(Object.entries(query ?? {})).toEqual([
      [name, { type: "string", values: [name], default: name, text: name }],
    ]);
    expect(Object.keys(path ?? {})).toEqual([name]);
  },
  60_000,
);

test("names may have a percent sign", async () => {
  const parameters = [{ name: "100%", in: "query", schema: { $ref: "#/components/schemas/50%25" } }];
  const document = {
    openapi: "3.1.0",
    paths: { "/%a": { get: { operationId: "%", parameters, responses: { 200: json({ type: "string" }) } } } },
    components: { schemas: { "50%": { type: "integer" } } },
  };
  const files = await generate({ source: JSON.stringify(document), name: "a.json" });
  expect(compile({ ...files })).toEqual([]);
  expect(files["schema.ts"]).toContain('"100%"?: components["schemas"]["50%"];');
});

/** Texts that end a comment, a string or a template, or begin a statement. */
const breakers = [
  "*/ evil(); /*",
  "*\r/ evil()",
  "`; evil(); `",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become a template.
  "${evil()}",
  '"; evil(); "',
  "'; evil(); '",
  "\n evil()",
  "\u2028evil()",
  "\\",
  "//",
];

test.each(breakers)("nothing in a document or in its name becomes code: %j", async (text) => {
  const document = named("x");
  const source = JSON.stringify(document).replaceAll('"x"', JSON.stringify(text));
  const files = await generate({ source, name: `api${text}.json` }).catch((error: Error) => error);
  // A text with a slash or a brace is no name of a component.
  if (files instanceof Error) return expect(files.name).toBe("SpecError");
  for (const file of Object.values(files)) expectNoCall(file);
});

test("no text in any place becomes code", async () => {
  const text = fc
    .oneof(fc.constantFrom(...breakers), fc.string({ unit: "binary" }))
    .map((value) => value.replace(/[/{}%#~]/g, ""));
  await fc.assert(
    fc.asyncProperty(text, fc.string(), async (name, file) => {
      const source = JSON.stringify(named("x")).replaceAll('"x"', JSON.stringify(`x${name}`));
      const files = await generate({ source, name: file + name }).catch(() => undefined);
      for (const generated of Object.values(files ?? {})) expectNoCall(generated);
    }),
    { numRuns: 100 },
  );
}, 120_000);

test("a reference outside of the typed parts of a document does not become code", async () => {
  const part = "x, evil(), y";
  const source = JSON.stringify({
    openapi: "3.1.0",
    paths: { "/a": { get: { responses: { 200: json({ $ref: `#/${part}/A` }) } } } },
    [part]: { A: { type: "string" } },
  });
  const files = await generate({ source, name: "a.json" });
  expectNoCall(files["schema.ts"]);
  expect(compile({ ...files })).toEqual([]);
});

/** A generated file has declarations only, and parses. */
function expectNoCall(text: string): void {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ESNext, true);
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  const kinds = new Set<string>();
  const visit = (node: ts.Node): void => {
    kinds.add(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const kind of ["CallExpression", "ExpressionStatement", "TemplateExpression"])
    expect(kinds).not.toContain(kind);
}

test.each([
  ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
  ["a device", (path: string) => spawnSync("ln", ["-s", "/dev/zero", path])],
])(
  "a $ref to %s and a spec that is one are errors, and do not hang",
  async (_, make) => {
    make(join(folder, "endless"));
    const source = { openapi: "3.1.0", paths: { "/a": { $ref: "endless#/a" } } };
    writeFileSync(join(folder, "api.json"), JSON.stringify(source));
    expect(await problemsIn(join(folder, "api.json"))).toMatchObject([
      { message: '$ref "endless#/a" points to the file "endless", which cannot be read' },
    ]);
    expect(await problemsIn(join(folder, "endless"))).toMatchObject([
      { message: "this is a pipe or a device, not a file" },
    ]);
  },
  120_000,
);

test("a pipe in place of a generated file is an error, and does not hang", async () => {
  const spec = join(folder, "api.json");
  writeFileSync(spec, JSON.stringify(named("a")));
  mkdirSync(join(folder, "out"));
  spawnSync("mkfifo", [join(folder, "out/operations.ts")]);
  expect(await codegen(spec, "--out", join(folder, "out"))).toEqual({
    code: 1,
    stdout: "",
    stderr: `cannot write the generated files: ${join(folder, "out/operations.ts")}: this is a pipe or a device, not a file\n`,
  });
  expect(readdirSync(join(folder, "out"))).toEqual(["operations.ts"]);
}, 10_000);

test("writes neither file if one of them cannot be written", async () => {
  const spec = join(folder, "api.json");
  writeFileSync(spec, JSON.stringify(named("a")));
  mkdirSync(join(folder, "out/operations.ts"), { recursive: true });
  const { code, stderr } = await codegen(spec, "--out", join(folder, "out"));
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `cannot write the generated files: ${join(folder, "out/operations.ts")}: this is a directory, not a file\n`,
  });
  expect(readdirSync(join(folder, "out"))).toEqual(["operations.ts"]);
});

test.each([true, false])(
  "takes back what it wrote if the last file cannot be replaced; old file: %s",
  async (hadFile) => {
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    if (hadFile) writeFileSync(first, "old");
    mkdirSync(second);
    await expect(
      writeAll(
        new Map([
          [first, "new"],
          [second, "new"],
        ]),
      ),
    ).rejects.toThrow("second");
    expect(readdirSync(folder)).toEqual(hadFile ? ["first", "second"] : ["second"]);
    if (hadFile) expect(readFileSync(first, "utf8")).toBe("old");
    expect(statSync(second).isDirectory()).toBe(true);
  },
);

test("writes all files and leaves nothing else", async () => {
  const [first, second] = [join(folder, "a/first"), join(folder, "b/second")];
  await writeAll(
    new Map([
      [first, "1"],
      [second, "2"],
    ]),
  );
  await writeAll(
    new Map([
      [first, "3"],
      [second, "4"],
    ]),
  );
  expect([readFileSync(first, "utf8"), readFileSync(second, "utf8")]).toEqual(["3", "4"]);
  expect([readdirSync(join(folder, "a")), readdirSync(join(folder, "b"))]).toEqual([["first"], ["second"]]);
});

const tooDeep = expect.stringContaining("nested more than 250 levels deep");

test.each([
  ["an alias that contains itself in a list", "openapi: 3.1.0\npaths: &a [*a]\n", 2],
  ["an alias that contains itself in an object", "openapi: 3.1.0\npaths: &a\n  /a: *a\n", 3],
  ["3,000 levels of JSON", `{ "paths":\n${'{"a":'.repeat(3000)}1${"}".repeat(3001)}`, 2],
  ["3,000 levels of YAML in braces", `{ paths:\n${"{a: ".repeat(3000)}1${"}".repeat(3001)}`, 2],
  ["3,000 levels of lists in YAML", `openapi: 3.1.0\n${"- ".repeat(3000)}1`, 2],
  [
    "3,000 levels of indented YAML",
    `${Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")} 1`,
    251,
  ],
  ["251 levels of JSON", `${'{"a":'.repeat(251)}1${"}".repeat(251)}`, 1],
  ["251 levels", `${Array.from({ length: 251 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")} 1`, 251],
])("%s is an error with its line", async (_, source, line) => {
  expect(await problemsIn({ source, name: "a.yaml" })).toMatchObject([{ line, message: tooDeep }]);
});

test("250 levels are not too deep", async () => {
  const source = `${'{"a":'.repeat(250)}1${"}".repeat(250)}`;
  expect(await problemsIn({ source, name: "a.json" })).not.toContainEqual(
    expect.objectContaining({ message: tooDeep }),
  );
});

test("120 nested schemas are generated", async () => {
  let schema: unknown = { type: "string" };
  for (let depth = 0; depth < 120; depth += 1) schema = { type: "array", items: schema };
  const document = { openapi: "3.1.0", paths: { "/a": { get: { responses: { 200: json(schema) } } } } };
  const files = await generate({ source: JSON.stringify(document), name: "a.json" });
  expect(files["schema.ts"]).toContain(`string${"[]".repeat(120)}`);
});

/** A document whose response is the last of many schemas, each made of the one before it. */
function chain(length: number, schemaFrom: (ref: string) => unknown, operation: object = {}) {
  const schemas: Record<string, unknown> = {
    S0: { type: "array", items: { properties: { id: { type: "string" } } } },
  };
  for (let index = 1; index <= length; index += 1)
    schemas[`S${index}`] = schemaFrom(`#/components/schemas/S${index - 1}`);
  const responses = { 200: json({ $ref: `#/components/schemas/S${length}` }) };
  const document = {
    openapi: "3.1.0",
    paths: { "/a": { get: { ...operation, responses } } },
    components: { schemas },
  };
  return { source: JSON.stringify(document), name: "a.json" };
}

test("a chain of 100 references is followed, and a longer one is an error", async () => {
  const reference = ($ref: string) => ({ $ref });
  expect(await problemsIn(chain(99, reference))).toEqual([]);
  expect(await problemsIn(chain(100, reference))).toMatchObject([
    {
      pointer: "#/paths/~1a/get/responses/200/content/application~1json/schema/$ref",
      message: '$ref "#/components/schemas/S100" leads through more than 100 other references',
    },
  ]);
  expect(await problemsIn(chain(8000, reference))).toHaveLength(7901);
}, 60_000);

test("a chain of 50,000 composed schemas is an error without a stack trace", async () => {
  const composed = ($ref: string) => ({ allOf: [{ $ref }] });
  const parameters = [{ name: "a", in: "query", schema: { $ref: "#/components/schemas/S50000" } }];
  expect(await problemsIn(chain(50_000, composed, { parameters }))).toEqual([
    {
      ...{ file: "a.json", line: 1, column: 1, pointer: "#" },
      message: "schemas are composed of each other in a chain that is too long to follow",
    },
  ]);
}, 60_000);
