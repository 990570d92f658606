import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compileSnippets, runSnippet } from "./run-snippets.ts";
import type { Snippet } from "./snippets.ts";

const folder = join(import.meta.dirname, "..");
const snippet = (code: string, line = 1): Snippet => ({ language: "ts", code, line });

test("runs TypeScript with the packages that the folder can import, and only the given environment", async () => {
  process.env.SNIPPET_SECRET = "the developer's own";
  onTestFinished(() => void delete process.env.SNIPPET_SECRET);
  const code = [
    'import { parseHar } from "@usagewire/replay";',
    "const name: string = parseHar.name;",
    "console.log(name, process.env.API_KEY, process.env.SNIPPET_SECRET);",
  ].join("\n");
  const result = await runSnippet(snippet(code), folder, { env: { API_KEY: "k" } });
  expect(result).toMatchObject({ stdout: "parseHar k undefined\n", exitCode: 0 });
});

test("reports how a program ended", async () => {
  const result = await runSnippet(snippet('console.error("no"); process.exitCode = 3;'), folder);
  expect(result).toMatchObject({ stderr: "no\n", exitCode: 3 });
});

test("sends requests to the given hosts and nowhere else", async () => {
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
  expect(stdout).toBe("POST /a?b=1\nthe test names no host for a snippet's request to https://example.org\n");
});

test("compiles under strict and names the line on the page", async () => {
  const errors = await compileSnippets(
    [
      snippet("const a: string = process.title;\nconsole.log(a satisfies number);", 10),
      snippet("export {};", 20),
    ],
    folder,
  );
  expect(errors).toEqual([expect.stringMatching(/^line 11, column \d+: error TS1360: /)]);
});

test("leaves no files that git would see", async () => {
  const path = mkdtempSync(join(tmpdir(), "usagewire-snippets-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const { exitCode } = await runSnippet(snippet("throw 1;"), path);
  expect(exitCode).toBe(1);
  expect(readdirSync(path)).toEqual([".snippets"]);
  expect(readdirSync(join(path, ".snippets"))).toEqual([".gitignore"]);
});
