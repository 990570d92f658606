import type { Snippet } from "./readme-snippets.ts";
import { type ProgramResult, runProgram } from "./run-program.ts";
import { createSnippetFolder } from "./snippet-folder.ts";

export interface SnippetEnvironment {
  /** Environment variables; those of the tests themselves are not passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where requests go instead, by origin: `{ "https://supersim.twilio.com": "http://127.0.0.1:4010" }`. */
  readonly hosts?: Readonly<Record<string, string>>;
}

const PRELOAD = new URL("redirect-hosts.ts", import.meta.url);

/**
 * Runs a `ts` snippet as a program of a package's user: it imports the built packages by name. Its `fetch` reaches
 * loopback and the `hosts` given, nothing else.
 */
export async function runSnippet(
  snippet: Snippet,
  packageFolder: URL,
  { env, hosts = {} }: SnippetEnvironment = {},
): Promise<ProgramResult> {
  const folder = createSnippetFolder(packageFolder, [snippet]);
  try {
    return await runProgram(["--import", PRELOAD.href, folder.fileOf(snippet)], {
      cwd: folder.path,
      env: { ...env, SNIPPET_HOSTS: JSON.stringify(hosts) },
    });
  } finally {
    folder.remove();
  }
}
