import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { published, root } from "../helpers/workspace.ts";

/** Returns a function that finds the tests of a package that import one of its source files, the most direct first. */
export function ownTests(): (file: string) => string[] {
  const importers = importersOf(globSync("packages/*/{src,test}/**/*.ts", { cwd: root }));
  return (file) => {
    const reached = new Set([file]);
    // A set is iterated in the order of insertion, also over what is added meanwhile: breadth first.
    for (const current of reached) for (const importer of importers.get(current) ?? []) reached.add(importer);
    return [...reached].filter((path) => path.endsWith(".test.ts") && packageOf(path) === packageOf(file));
  };
}

export const packageOf = (file: string) => file.split("/")[1] ?? "";

function importersOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    for (const imported of importsOf(file)) {
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return importers;
}

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"));
  return importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith(".")) return [join(dirname(file), fileName)];
    return ENTRIES.get(fileName) ?? [];
  });
}

/** What packages can import from each other: the name of an entry, and its source file. */
const ENTRIES: ReadonlyMap<string, string> = new Map(
  published.flatMap(({ name, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([path, conditions]): [string, string][] => {
      const source = Object(conditions)["@usagewire/source"];
      return typeof source === "string"
        ? [[manifest.name + path.slice(1), join("packages", name, source)]]
        : [];
    }),
  ),
);
