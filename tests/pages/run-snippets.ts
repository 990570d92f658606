// Compiles and runs a page's snippets inside a package, where they import what the package's user could import.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSnippets, type Snippet } from "./snippets.ts";

export interface SnippetEnvironment {
  /** All environment variables of the snippet beside `PATH` and `HOME`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The server for requests to an origin: `{ "https://supersim.twilio.com": "http://127.0.0.1:4010" }`. */
  readonly hosts?: Readonly<Record<string, string>>;
}

/**
 * Declares the tests of a page's `ts` snippets: all compile under `strict`, and each runs, exits with 0 and prints the
 * `text` block after it. A snippet marked `no-run: reason` is only compiled.
 *
 * @param folder The package to run the snippets in.
 * @param environment Called when a snippet runs, so that a server can be started first.
 */
export function testPage(
  page: string,
  folder: string,
  environment: () => SnippetEnvironment = () => ({}),
): void {
  const snippets = readSnippets(readFileSync(page, "utf8")).filter(({ language }) => language === "ts");

  describe(`snippets of ${page.split("/").slice(-2).join("/")}`, () => {
    test("compile", { timeout: 120_000 }, async () => {
      expect(await compileSnippets(snippets, folder)).toEqual([]);
    });

    test.each(snippets.filter(({ noRun }) => noRun === undefined))(
      "line $line prints what the page says",
      async (snippet) => {
        const { stdout, stderr, exitCode } = await runSnippet(snippet, folder, environment());
        expect(exitCode, stderr).toBe(0);
        if (snippet.expected !== undefined) expect(stdout.trimEnd()).toBe(snippet.expected.trimEnd());
      },
    );
  });
}

/** Runs a `ts` snippet like {@link runProgram}. */
export async function runSnippet(
  snippet: Snippet,
  folder: string,
  environment?: SnippetEnvironment,
): Promise<ProgramResult> {
  const files = writeSnippets(folder, [snippet]);
  try {
    return await runProgram(files.pathOf(snippet), files.folder, environment);
  } finally {
    files.remove();
  }
}

const preload = new URL("redirect-hosts.ts", import.meta.url);

/** Runs a program with the built packages. Its `fetch` reaches loopback and the given `hosts`, nothing else. */
export const runProgram = (
  file: string,
  cwd: string,
  { env, hosts = {} }: SnippetEnvironment = {},
): Promise<ProgramResult> =>
  runNode(["--import", preload.href, file], { cwd, env: { ...env, SNIPPET_HOSTS: JSON.stringify(hosts) } });

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Compiles `ts` snippets under `strict`, as a user would. Returns the errors, with their lines on the page. */
export async function compileSnippets(snippets: readonly Snippet[], folder: string): Promise<string[]> {
  if (snippets.length === 0) return [];
  const files = writeSnippets(folder, snippets);
  try {
    const project = join(files.folder, "tsconfig.json");
    const compilerOptions = {
      strict: true,
      target: "es2022",
      module: "nodenext",
      types: ["node"],
      skipLibCheck: true,
      moduleDetection: "force",
      noEmit: true,
      // Node runs generated code as it is.
      allowImportingTsExtensions: true,
    };
    writeFileSync(project, JSON.stringify({ compilerOptions, files: snippets.map(files.pathOf) }));
    const { stdout, stderr, exitCode } = await runNode([tsc, "--pretty", "false", "--project", project], {
      cwd: files.folder,
      timeout: 120_000,
    });
    if (exitCode !== 0 && stdout === "") throw new Error(`the compiler failed: ${stderr}`);
    return stdout.split("\n").filter(Boolean).map(onPage);
  } finally {
    files.remove();
  }
}

function onPage(error: string): string {
  return error.replace(
    /^line-(\d+)\.ts\((\d+),(\d+)\)/,
    (_, start: string, row: string, column: string) =>
      `line ${Number(start) + Number(row) - 1}, column ${column}`,
  );
}

interface SnippetFiles {
  readonly folder: string;
  /** The file of a snippet, named after its line. */
  pathOf(snippet: Snippet): string;
  remove(): void;
}

/** Writes snippets into a package. Files that a page's reader has, such as generated code, come from its `test/readme`. */
function writeSnippets(packageFolder: string, snippets: readonly Snippet[]): SnippetFiles {
  const root = join(packageFolder, ".snippets");
  mkdirSync(root, { recursive: true });
  // Ignored by git, whatever the repository's own list says.
  writeFileSync(join(root, ".gitignore"), "*\n");
  const folder = mkdtempSync(join(root, "run-"));
  const existing = join(packageFolder, "test/readme");
  if (existsSync(existing)) cpSync(existing, folder, { recursive: true });
  const pathOf = ({ line }: Snippet) => join(folder, `line-${line}.ts`);
  for (const snippet of snippets) writeFileSync(pathOf(snippet), snippet.code);
  return { folder, pathOf, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  /** -1 when a signal ended it. */
  readonly exitCode: number;
}

interface NodeOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. Default: 60 s. */
  readonly timeout?: number;
}

/** Runs Node on a file. The program sees `env`, `PATH` and `HOME`: no credential of the person who runs the tests. */
function runNode(
  args: readonly string[],
  { cwd, env, timeout = 60_000 }: NodeOptions,
): Promise<ProgramResult> {
  const { PATH = "", HOME = "" } = process.env;
  const options = { cwd, timeout, env: { PATH, HOME, NO_COLOR: "1", ...env } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) =>
      resolve({ stdout, stderr, exitCode: child.exitCode ?? -1 }),
    );
  });
}
