import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { compileSnippets } from "./compile-snippets.ts";
import type { Snippet } from "./readme-snippets.ts";
import { runSnippet } from "./run-snippet.ts";

// A test starts a program of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = new URL("../../", import.meta.url);
const snippet = (code: string, line = 1): Snippet => ({ language: "ts", code, line });

test("runs TypeScript with the packages that the package can import, and the environment given alone", async () => {
  process.env.SNIPPET_SECRET = "of whoever runs the tests";
  onTestFinished(() => void delete process.env.SNIPPET_SECRET);
  const code = [
    'import { parseHar } from "@usagewire/replay";',
    "const name: string = parseHar.name;",
    "console.log(name, process.env.API_KEY, process.env.SNIPPET_SECRET);",
  ].join("\n");
  const result = await runSnippet(snippet(code), folder, { env: { API_KEY: "k" } });
  expect(result).toMatchObject({ stdout: "parseHar k undefined\n", exitCode: 0 });
});

test("tells how a program ended", async () => {
  const result = await runSnippet(snippet('console.error("no"); process.exitCode = 3;'), folder);
  expect(result).toMatchObject({ stderr: "no\n", exitCode: 3 });
});

test("requests go where the test says, and nowhere else", async () => {
  const server = createServer((request, response) => response.end(`${request.method} ${request.url}`));
  onTestFinished(() => void server.close());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const hosts = { "https://api.example.com": `http://127.0.0.1:${port}` };
  const code = `
    const response = await fetch("https://api.example.com/a?b=1", { method: "POST", body: "x" });
    console.log(await response.text());
    console.log(await fetch("https://example.org/").catch((error) => error.message));`;
  const { stdout } = await runSnippet(snippet(code), folder, { hosts });
  expect(stdout).toBe(
    "POST /a?b=1\nthe snippet asks https://example.org, which the test's hosts do not name\n",
  );
});

test("compiles strictly, and names the line of the page", async () => {
  const errors = await compileSnippets(
    [
      snippet("const a: string = process.title;\nconsole.log(a satisfies number);", 10),
      snippet("export {};", 20),
    ],
    folder,
  );
  expect(errors).toEqual([expect.stringMatching(/^line 11, column \d+: error TS1360: /)]);
});

test("leaves nothing behind that git would see", async () => {
  const path = mkdtempSync(join(tmpdir(), "usagewire-snippets-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const { exitCode } = await runSnippet(snippet("throw 1;"), pathToFileURL(`${path}/`));
  expect(exitCode).toBe(1);
  expect(readdirSync(path)).toEqual([".snippets"]);
  expect(readdirSync(join(path, ".snippets"))).toEqual([".gitignore"]);
});
