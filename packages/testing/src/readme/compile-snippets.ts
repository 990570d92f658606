import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Snippet } from "./readme-snippets.ts";
import { runProgram } from "./run-program.ts";
import { createSnippetFolder } from "./snippet-folder.ts";

const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const COMPILER_OPTIONS = {
  strict: true,
  target: "es2022",
  module: "nodenext",
  types: ["node"],
  skipLibCheck: true,
  moduleDetection: "force",
  noEmit: true,
  // The private packages of this repository are imported as sources.
  allowImportingTsExtensions: true,
};

/** Compiles `ts` snippets as a user would, under `strict`. Returns the errors, with their lines on the page. */
export async function compileSnippets(snippets: readonly Snippet[], packageFolder: URL): Promise<string[]> {
  if (snippets.length === 0) return [];
  const folder = createSnippetFolder(packageFolder, snippets);
  try {
    const project = join(folder.path, "tsconfig.json");
    const config = { compilerOptions: COMPILER_OPTIONS, files: snippets.map(folder.fileOf) };
    writeFileSync(project, JSON.stringify(config));
    const { stdout, stderr, exitCode } = await runProgram([TSC, "--pretty", "false", "--project", project], {
      cwd: folder.path,
      timeout: 120_000,
    });
    if (exitCode !== 0 && stdout === "") throw new Error(`the compiler failed: ${stderr}`);
    return stdout.split("\n").filter(Boolean).map(onPage);
  } finally {
    folder.remove();
  }
}

function onPage(error: string): string {
  return error.replace(
    /^line-(\d+)\.ts\((\d+),(\d+)\)/,
    (_, start: string, row: string, column: string) =>
      `line ${Number(start) + Number(row) - 1}, column ${column}`,
  );
}
