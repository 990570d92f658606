import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { edit, lineOf, usageApi } from "./spec-text.ts";

const root = join(import.meta.dirname, "../../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "redocly-"));
  writeFileSync(
    join(folder, "redocly.yaml"),
    `plugins: [${JSON.stringify(join(root, "specs/redocly-plugin.ts"))}]\nrules: { usagewire/spec: error }\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(text: string) {
  const spec = join(folder, "api.yaml");
  writeFileSync(spec, text);
  const redocly = join(root, "node_modules/.bin/redocly");
  const args = ["lint", spec, "--config", join(folder, "redocly.yaml"), "--format", "stylish"];
  const { status, stdout, stderr } = spawnSync(redocly, args, { cwd: folder, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

test("Redocly accepts a valid spec", () => {
  expect(lint(usageApi).output).toContain("valid");
}, 60_000);

test("Redocly reports the problems of codegen, at the same lines", () => {
  const source = edit(usageApi, "items: /records", "items: /record");
  const { status, output } = lint(source);
  expect(status).toBe(1);
  expect(output).toMatch(
    new RegExp(
      `${lineOf(source, "items: /record")}:\\d+ +error +usagewire/spec +x-pagination\\.items: the response has no "/record"`,
    ),
  );
}, 60_000);
