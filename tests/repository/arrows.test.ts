import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { preProcessFile } from "typescript";
import { describe, expect, it } from "vitest";
import { published, root } from "../helpers/workspace.ts";

/** What each package's shipped code may import of this workspace. The arrows of docs/architecture.md. */
const arrows: Record<string, string[]> = {
  pagination: [],
  client: ["pagination"],
  twilio: ["client"],
  onomondo: ["client"],
  replay: [],
  emulator: [],
  codegen: [],
  cli: ["client", "twilio", "onomondo", "emulator"],
};

/** What published runtime packages may depend on from elsewhere: nothing, since every consumer pays for it. */
const runtime: Record<string, string[]> = {
  pagination: [],
  client: [],
  twilio: [],
  onomondo: [],
  replay: [],
};

// By the compiler's own scanner: a message that shows an import is none.
const importsOf = (file: string): string[] =>
  preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles.map(({ fileName }) => fileName);

/** The package that an import is of, whichever of its entries; of this workspace's only. */
const packageOf = (specifier: string): string | undefined => /^@usagewire\/([^/]+)/.exec(specifier)?.[1];

const shipped = (folder: string): string[] =>
  globSync(join(folder, "src/**/*.ts")).filter((file) => !/\.test(-d)?\.ts$/.test(file));

it("knows every published package", () => {
  expect(published.map(({ name }) => name).sort()).toEqual(Object.keys(arrows).sort());
});

describe.each(published)("$name", ({ name, folder, manifest }) => {
  it("imports only packages that its arrows point to", () => {
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

  it("declares the dependencies that its arrows allow, and no others", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const ours = declared.filter((dependency) => dependency.startsWith("@usagewire/"));
    expect(
      ours.filter((dependency) => !arrows[name]?.includes(dependency.slice("@usagewire/".length))),
    ).toEqual([]);
    if (runtime[name] !== undefined) {
      expect(declared.filter((dependency) => !ours.includes(dependency))).toEqual(runtime[name]);
    }
  });

  it("reaches into no other package's files", () => {
    const wrong = shipped(folder).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => relative(folder, join(file, "..", specifier)).startsWith(".."))
        // The extensions' schemas belong to the specs, and are built into codegen.
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
