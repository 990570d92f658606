import { isExactNumber } from "@usagewire/pagination/internal";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import { operationsOf, undescribedPathParameters } from "../document/operations.ts";
import type { Spec } from "../document/spec.ts";
import { oneDocument } from "./one-document.ts";

/**
 * `schema.ts`: the types of an OpenAPI document that has passed the checks. This is the only file that knows
 * openapi-typescript; what we promise is the shape of `paths`.
 *
 * It uses the parts of openapi-typescript that make types of a document. The part that reads and bundles files would fetch
 * URLs that occur in them.
 */
export function renderSchema(spec: Spec): string {
  // The document has passed the checks.
  const document = oneDocument(spec) as unknown as OpenAPI3;
  const generatePathParams = operationsOf(spec).some(
    (operation) => undescribedPathParameters(operation).length > 0,
  );
  const options: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default in a response guarantees nothing.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    // An object without described fields may have any.
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    // A schema may be a boolean, which the type of `transform` does not say.
    transform: (schema: SchemaObject | boolean) => exactNumberType(schema) ?? extensibleEnumType(schema),
    transformProperty: undefined,
  };
  // The configuration for reading files is not used here.
  return astToString(transformSchema(document, options as GlobalContext)) + apiDeclaration;
}

const apiDeclaration = `
/** Links paths to the operation table, so that createClient<paths>(api) knows which lists are paged, and how. */
export interface paths {
    readonly "x-api"?: typeof import("./operations.js").api;
}
`;

/** `x-extensible-enum` as a type that completes the known values and accepts others: `"sim" | "fleet" | (string & {})`. */
function extensibleEnumType(schema: SchemaObject | boolean): ts.TypeNode | undefined {
  const { factory, SyntaxKind } = ts;
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

/** The type of a number that is delivered as text. */
function exactNumberType(schema: SchemaObject | boolean): ts.TypeNode | undefined {
  if (typeof schema === "boolean" || !isExactNumber(schema)) return undefined;
  const { factory, SyntaxKind } = ts;
  const text = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);
  const isNullable = Array.isArray(schema.type) && schema.type.includes("null");
  return isNullable
    ? factory.createUnionTypeNode([text, factory.createLiteralTypeNode(factory.createNull())])
    : text;
}
