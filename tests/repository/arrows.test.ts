import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { preProcessFile } from "typescript";
import { describe, expect, it } from "vitest";
import { published, root } from "../helpers/workspace.ts";

/** The packages of this workspace that each package's published code may import: the arrows of docs/architecture.md. */
const arrows: Record<string, string[]> = {
  pagination: [],
  client: ["pagination"],
  twilio: ["client"],
  onomondo: ["client"],
  replay: [],
  contract: ["pagination", "replay"],
  emulator: [],
  codegen: ["pagination"],
  cli: ["client", "pagination", "twilio", "onomondo", "emulator"],
};

/** The dependencies from elsewhere of published runtime packages: none, since every user pays for them. */
const runtime: Record<string, string[]> = {
  pagination: [],
  client: [],
  twilio: [],
  onomondo: [],
  replay: [],
  // Peer dependencies, which a project that runs contract tests installs itself.
  contract: ["ajv", "ajv-formats", "vitest", "yaml"],
};

// With the compiler's scanner: a message that contains an import statement does not count.
const importsOf = (file: string): string[] =>
  preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => fileName);

/** The package of this workspace that an import names, whichever of its entries. */
const packageOf = (specifier: string): string | undefined => /^@usagewire\/([^/]+)/.exec(specifier)?.[1];

const shipped = (folder: string): string[] =>
  globSync(join(folder, "src/**/*.ts")).filter((file) => !/\.test(-d)?\.ts$/.test(file));

it("knows every published package", () => {
  expect(published.map(({ name }) => name).sort()).toEqual(Object.keys(arrows).sort());
});

describe.each(published)("$name", ({ name, folder, manifest }) => {
  it("imports only the packages that its arrows allow", () => {
    const allowed = arrows[name] ?? [];
    const wrong = shipped(folder).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => {
          const imported = packageOf(specifier);
          return imported !== undefined && !allowed.includes(imported);
        })
        .map((specifier) => `${relative(root, file)} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("declares only the dependencies that its arrows allow", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const ours = declared.filter((dependency) => dependency.startsWith("@usagewire/"));
    expect(
      ours.filter((dependency) => !arrows[name]?.includes(dependency.slice("@usagewire/".length))),
    ).toEqual([]);
    if (runtime[name] !== undefined) {
      expect(declared.filter((dependency) => !ours.includes(dependency))).toEqual(runtime[name]);
    }
  });

  it("imports no file of another package", () => {
    const wrong = shipped(folder).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => relative(folder, join(file, "..", specifier)).startsWith(".."))
        // The extensions' schemas are part of the specs, and are bundled into codegen.
        .filter((specifier) => !specifier.includes("/specs/extensions/"))
        .map((specifier) => `${relative(root, file)} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

const importersOf = (engine: string): string[] =>
  published
    .flatMap(({ folder }) => shipped(folder))
    .filter((file) => importsOf(file).includes(engine))
    .map((file) => relative(root, file));

it("keeps openapi-fetch behind one file of the client", () => {
  expect(importersOf("openapi-fetch")).toEqual(["packages/client/src/request.ts"]);
});

it("keeps openapi-typescript in codegen", () => {
  const importers = importersOf("openapi-typescript");
  expect(importers.length).toBeGreaterThan(0);
  expect(importers.filter((file) => !file.startsWith("packages/codegen/src/"))).toEqual([]);
});
