import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileSnippets } from "./compile-snippets.ts";
import { readmeSnippets } from "./readme-snippets.ts";
import { runSnippet, type SnippetEnvironment } from "./run-snippet.ts";

export interface ReadmeOptions {
  /** The page. Default `README.md` of the package. */
  readonly readme?: URL;
  /** What the snippets find; asked for when a snippet runs, so that a server can be started first. */
  readonly environment?: () => SnippetEnvironment | Promise<SnippetEnvironment>;
}

/**
 * Declares the tests of a page's `ts` snippets: all compile under `strict`, and each runs, ends with 0 and prints what
 * the `text` block after it says. One marked `no-run: reason` is only compiled.
 *
 * @param packageFolder The package that the snippets are run in; they can import what it can, and itself.
 */
export function testReadme(
  packageFolder: URL,
  { readme, environment = () => ({}) }: ReadmeOptions = {},
): void {
  const page = readme ?? new URL("README.md", packageFolder);
  const snippets = readmeSnippets(readFileSync(page, "utf8")).filter(({ language }) => language === "ts");

  describe(`snippets of ${page.pathname.split("/").slice(-2).join("/")}`, () => {
    test("compile", { timeout: 120_000 }, async () => {
      expect(await compileSnippets(snippets, packageFolder)).toEqual([]);
    });

    for (const snippet of snippets.filter(({ noRun }) => noRun === undefined)) {
      test(`line ${snippet.line} does what the page says`, { timeout: 40_000 }, async () => {
        const { stdout, stderr, exitCode } = await runSnippet(snippet, packageFolder, await environment());
        expect(exitCode, stderr).toBe(0);
        if (snippet.expected !== undefined) expect(stdout.trimEnd()).toBe(snippet.expected.trimEnd());
      });
    }
  });
}
