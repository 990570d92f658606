import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Snippet } from "./readme-snippets.ts";

/**
 * Snippets as files inside a package, so that what they import is what the package can import, itself included. What a
 * page tells its reader to have beside them, generated code for one, comes from the package's `test/readme`.
 */
export interface SnippetFolder {
  readonly path: string;
  /** The file of a snippet, named for its line. */
  fileOf(snippet: Snippet): string;
  remove(): void;
}

export function createSnippetFolder(packageFolder: URL, snippets: readonly Snippet[]): SnippetFolder {
  const packagePath = fileURLToPath(packageFolder);
  const root = join(packagePath, ".snippets");
  mkdirSync(root, { recursive: true });
  // Ignores itself, whatever the repository's own list says.
  writeFileSync(join(root, ".gitignore"), "*\n");
  const path = mkdtempSync(join(root, "run-"));
  const besides = join(packagePath, "test/readme");
  if (existsSync(besides)) cpSync(besides, path, { recursive: true });
  const fileOf = ({ line }: Snippet) => join(path, `line-${line}.ts`);
  for (const snippet of snippets) writeFileSync(fileOf(snippet), snippet.code);
  return { path, fileOf, remove: () => rmSync(path, { recursive: true, force: true }) };
}
