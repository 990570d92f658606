import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { OpenAPI3, OpenAPITSOptions, SchemaObject } from "openapi-typescript";
import type ts from "typescript";
import { operationsOf, undescribedPathParameters } from "../document/operations.ts";
import { isRecord, type Spec, specOf } from "../document/spec.ts";
import { dataKeywords, isSchemaRole, walk } from "../document/walk.ts";

/**
 * `schema.ts`: the types of an OpenAPI document that has passed the checks. This is the only file that knows
 * openapi-typescript; what we promise is the shape of `paths`.
 *
 * @param path absolute path of the spec, to which its `$ref`s to other files are relative.
 */
export async function renderSchema(spec: Spec, path: string | undefined): Promise<string> {
  // Loading it takes half a second, which an invalid spec does not need.
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const compiler = requireFromEngine<typeof ts>("typescript");
  const types = await openapiTS(prepareDocument(spec), {
    ...(path === undefined ? {} : { cwd: pathToFileURL(path) }),
    // A schema may be a boolean, which the type of `transform` does not say.
    transform: (schema: SchemaObject | boolean) => extensibleEnumType(compiler, schema),
    // An object without described fields may have any; and a default in a response guarantees nothing.
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    generatePathParams: operationsOf(spec).some(
      (operation) => undescribedPathParameters(operation).length > 0,
    ),
    silent: true,
    redocly: await noLint(),
  });
  return astToString(types) + apiDeclaration;
}

const apiDeclaration = `
/** Links paths to the operation table, so that createClient<paths>(api) knows which lists are paged, and how. */
export interface paths {
    readonly "x-api"?: typeof import("./operations.js").api;
}
`;

/**
 * A copy of the spec for openapi-typescript, which modifies its input, confuses nodes that YAML aliases share, and follows
 * a `$ref` even in an example. What has no part in types is left out.
 */
function prepareDocument(spec: Spec): OpenAPI3 {
  const copy = JSON.parse(JSON.stringify(spec.root.value));
  walk(specOf(new Map([["", copy]])), ({ value }, role) => {
    if (!isRecord(value)) return;
    for (const [key, below] of Object.entries(value)) if (isUnused(key, below)) delete value[key];
    if (isSchemaRole(role)) moveNullToType(value);
  });
  return copy;
}

/**
 * Whether a member has no part in types: extensions; named examples, which can be a quarter of a document and slow down every
 * walk; and other data that contains a `$ref`, which need not resolve.
 */
function isUnused(key: string, value: unknown): boolean {
  if (key.startsWith("x-")) return key !== "x-extensible-enum";
  if (key === "examples" && isRecord(value)) return true;
  return dataKeywords.has(key) && JSON.stringify(value).includes('"$ref"');
}

/** Replaces `nullable` (OpenAPI 3.0) on an extensible enum by a null type, so that only {@link extensibleEnumType} adds `null`. */
function moveNullToType(schema: Record<string, unknown>): void {
  if (schema["x-extensible-enum"] === undefined || schema.nullable !== true) return;
  schema.type = [schema.type, "null"];
  delete schema.nullable;
}

/** `x-extensible-enum` as a type that completes the known values and accepts others: `"sim" | "fleet" | (string & {})`. */
function extensibleEnumType(
  { factory, SyntaxKind }: typeof ts,
  schema: SchemaObject | boolean,
): ts.TypeNode | undefined {
  if (typeof schema === "boolean" || !("x-extensible-enum" in schema)) return undefined;
  const known: unknown = schema["x-extensible-enum"];
  if (!Array.isArray(known)) return undefined;
  const isNullable = Array.isArray(schema.type) && schema.type.includes("null");
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(String(value)))),
    // Plain `string` would absorb the known values.
    factory.createParenthesizedType(
      factory.createIntersectionTypeNode([
        factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
        factory.createTypeLiteralNode([]),
      ]),
    ),
    ...(isNullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}

type RedoclyConfig = NonNullable<OpenAPITSOptions["redocly"]>;

/** By default openapi-typescript lints first, and rejects documents for reasons such as a server's trailing slash. */
function noLint(): Promise<RedoclyConfig> {
  type Redocly = {
    createConfig: (rules: object, options: { extends: string[] }) => Promise<RedoclyConfig>;
  };
  return requireFromEngine<Redocly>("@redocly/openapi-core").createConfig({}, { extends: [] });
}

/**
 * Loads a package that openapi-typescript depends on, as it finds it itself: the project may have another version of
 * TypeScript, which cannot print nodes of this one.
 */
function requireFromEngine<Module>(name: string): Module {
  const engine = createRequire(import.meta.url).resolve("openapi-typescript");
  return createRequire(engine)(name);
}
