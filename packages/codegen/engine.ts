import { join } from "node:path";

const engine = join(import.meta.dirname, "src/render/engine");
const absent = join(engine, "absent.ts");

/**
 * What the type generator, openapi-typescript, gets in place of its dependencies, in the package as in its tests: decision
 * 18. Paths of modules by what is imported.
 */
export const engineParts: { readonly [imported: string]: string } = {
  typescript: join(engine, "typescript.ts"),
  "@redocly/openapi-core": absent,
  "@redocly/openapi-core/lib/ref-utils.js": absent,
  "ansi-colors": absent,
  "change-case": absent,
  "parse-json": absent,
  "supports-color": absent,
};

/** Whether a module is the type generator, or the one module of ours that uses it. */
export const usesEngine = (importer: string): boolean =>
  /[/\\]openapi-typescript[/\\]|[/\\]render[/\\]schema\.ts$/.test(importer);
