import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { preProcessFile } from "typescript";
import { expect, it } from "vitest";
import { published, root } from "../helpers/workspace.ts";

/** The files that a file imports by a relative path, type imports included. */
const importsOf = (file: string): string[] =>
  preProcessFile(readFileSync(file, "utf8"), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => join(dirname(file), specifier));

/** A cycle of imports that can be reached from one of the files, as a list that ends where it begins. */
function findCycle(files: readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (done.has(file) || !file.endsWith(".ts")) return undefined;
    for (const imported of importsOf(file)) {
      const cycle = visit(imported, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

const sources = (folder: string) =>
  globSync(join(folder, "src/**/*.ts")).filter((file) => !file.includes("/generated/"));

it.each([
  ...published.map(({ name, folder }) => ({ name, folder })),
  { name: "bench", folder: join(root, "bench") },
])("the files of $name do not import each other in a circle", ({ folder }) => {
  expect(sources(folder).length).toBeGreaterThan(0);
  expect(findCycle(sources(folder))?.map((file) => relative(folder, file))).toBeUndefined();
});
