import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { OpenAPITSOptions, SchemaObject } from "openapi-typescript";
import type ts from "typescript";
import { operationsOf } from "../document/operations.ts";
import type { Spec } from "../document/spec.ts";
import { undescribedPathParameters } from "../document/undescribed-path-parameters.ts";
import { openEnumType } from "./open-enum-type.ts";
import { prepareDocument } from "./prepare-document.ts";

const apiDeclaration = `
/** Ties the paths to their operation table: createClient<paths>(api) reads from it which lists are paged, and how. */
export interface paths {
    readonly "x-api"?: typeof import("./operations.js").api;
}
`;

/**
 * `schema.ts`: the types of an OpenAPI document. This is the only file that knows openapi-typescript; what is promised is
 * the shape of `paths`. The document must have passed the checks.
 *
 * @param path absolute path of the spec, from which its `$ref`s to other files start.
 */
export async function renderSchema(spec: Spec, path: string | undefined): Promise<string> {
  // Loaded here, since it takes half a second that a spec with mistakes does not need.
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const compiler = fromEngine<typeof ts>("typescript");
  const types = await openapiTS(prepareDocument(spec), {
    ...(path === undefined ? {} : { cwd: pathToFileURL(path) }),
    // A schema may also be a boolean, which the type of `transform` leaves out.
    transform: (schema: SchemaObject | boolean) => openEnumType(compiler, schema),
    // An object without described fields has any fields; and a default in a response is no promise.
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    generatePathParams: operationsOf(spec).some(
      (operation) => undescribedPathParameters(operation).length > 0,
    ),
    silent: true,
    redocly: await withoutLint(),
  });
  return astToString(types) + apiDeclaration;
}

type Lint = NonNullable<OpenAPITSOptions["redocly"]>;

/** By default openapi-typescript lints first, and refuses documents for such reasons as a server's trailing slash. */
function withoutLint(): Promise<Lint> {
  type Linter = { createConfig: (rules: object, options: { extends: string[] }) => Promise<Lint> };
  return fromEngine<Linter>("@redocly/openapi-core").createConfig({}, { extends: [] });
}

/**
 * A package from where openapi-typescript finds it. In a project that has a compiler of its own there may be two, and one
 * cannot print what the other has made.
 */
function fromEngine<Module>(name: string): Module {
  const engine = createRequire(import.meta.url).resolve("openapi-typescript");
  return createRequire(engine)(name);
}
