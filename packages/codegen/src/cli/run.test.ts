import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { edit, fixtures, lineOf, usageApi } from "../../test/spec-text.ts";
import { run } from "./run.ts";

let folder = "";
let spec = "";
let out = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "codegen-"));
  spec = join(folder, "api.yaml");
  out = join(folder, "out");
  copyFileSync(join(fixtures, "usage-api.yaml"), spec);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function codegen(...args: string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

const generated = () => ["schema.ts", "operations.ts"].map((name) => readFileSync(join(out, name), "utf8"));
const written = () => ["schema.ts", "operations.ts"].map((name) => statSync(join(out, name)).mtimeMs);
const nothing = { code: 0, stdout: "", stderr: "" };

test("it writes both files, says which, and with --check finds them up to date", async () => {
  expect(await codegen(spec, "--out", out)).toEqual({
    code: 0,
    stdout: `${join(out, "schema.ts")}\n${join(out, "operations.ts")}\n`,
    stderr: "",
  });
  expect(readdirSync(out).sort()).toEqual(["operations.ts", "schema.ts"]);
  expect(await codegen(spec, "--out", out, "--check")).toEqual(nothing);
});

test("files that do not change are not written again", async () => {
  await codegen(spec, "--out", out);
  const [schemaBefore, operationsBefore] = written();
  writeFileSync(spec, edit(usageApi, "https://{region}.example.com/api/", "https://example.com"));
  expect((await codegen(spec, "--out", out)).stdout).toBe(`${join(out, "operations.ts")}\n`);
  const [schemaAfter, operationsAfter] = written();
  expect(schemaAfter).toBe(schemaBefore);
  expect(operationsAfter).not.toBe(operationsBefore);
});

test("a bad spec gives a line per problem, and leaves what was generated alone", async () => {
  await codegen(spec, "--out", out);
  const before = generated();
  const bad = edit(edit(usageApi, "items: /records", "items: /record"), "history: P18M", "history: long");
  writeFileSync(spec, bad);
  const { code, stdout, stderr } = await codegen(spec, "--out", out);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const operation = "#/paths/~1accounts~1{AccountSid}~1records/get";
  const [items, history, ...more] = stderr.split("\n");
  expect(items).toContain(
    `${spec}:${lineOf(bad, "items: /record")}:9  ${operation}/x-pagination/items  items "/record" leads nowhere`,
  );
  expect(history).toContain(
    `${spec}:${lineOf(bad, "history: long")}:9  ${operation}/x-window/history  x-window.history must be`,
  );
  expect(more).toEqual([""]);
  expect(generated()).toEqual(before);
  expect(readdirSync(out)).toHaveLength(2);
});

test("what was assumed is told as a warning, and generated", async () => {
  const source = edit(usageApi, "- token: []", "- tokn: []");
  writeFileSync(spec, source);
  expect(await codegen(spec, "--out", out)).toMatchObject({
    code: 0,
    stderr: `warning: ${spec}:${lineOf(source, "- tokn")}:11  #/paths/~1status/get/security/2/tokn  no security scheme "tokn" is described ("basic", "key", "token"); did you mean "token"?\n`,
  });
});

test("--check says of missing files that they are missing", async () => {
  const { code, stdout } = await codegen(spec, "--out", out, "--check");
  expect(code).toBe(1);
  expect(stdout).toContain(`+++ ${join(out, "schema.ts")}\n(the file is missing)`);
});

test("a folder that cannot be written to is said to be so", async () => {
  const { code, stderr } = await codegen(spec, "--out", spec);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^cannot write: .*api\.yaml.*\n$/);
});

test.each([
  [["--out", "out"], "missing required argument 'spec'"],
  [["api.yaml"], "required option '--out <dir>' not specified"],
  [["api.yaml", "--out", "out", "--chek"], "unknown option '--chek'"],
  [["a.yaml", "b.yaml", "--out", "out"], "too many arguments"],
])("wrong usage, %j, is exit code 2", async (args, message) => {
  const { code, stderr } = await codegen(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("--help says what it takes, and the exit codes", async () => {
  const { code, stdout } = await codegen("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("usagewire-codegen [options] <spec>");
  expect(stdout).toContain("Exit codes:");
});
