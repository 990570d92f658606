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
import { edit, fixtures, lineOf, usageApi } from "../test/spec-text.ts";
import { run, specLabel } from "./cli.ts";

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

test("writes both files and prints their names; with --check it finds them up to date", async () => {
  expect(await codegen(spec, "--out", out)).toEqual({
    code: 0,
    stdout: `${join(out, "schema.ts")}\n${join(out, "operations.ts")}\n`,
    stderr: "",
  });
  expect(readdirSync(out).sort()).toEqual(["operations.ts", "schema.ts"]);
  expect(await codegen(spec, "--out", out, "--check")).toEqual(nothing);
});

test("does not write a file that has not changed", async () => {
  await codegen(spec, "--out", out);
  const [schemaBefore, operationsBefore] = written();
  writeFileSync(spec, edit(usageApi, "https://{region}.example.com/api/", "https://example.com"));
  expect((await codegen(spec, "--out", out)).stdout).toBe(`${join(out, "operations.ts")}\n`);
  const [schemaAfter, operationsAfter] = written();
  expect(schemaAfter).toBe(schemaBefore);
  expect(operationsAfter).not.toBe(operationsBefore);
});

test("prints a line per problem of an invalid spec, and keeps the files", async () => {
  await codegen(spec, "--out", out);
  const before = generated();
  const bad = edit(edit(usageApi, "items: /records", "items: /record"), "history: P18M", "history: long");
  writeFileSync(spec, bad);
  const { code, stdout, stderr } = await codegen(spec, "--out", out);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const operation = "#/paths/~1accounts~1{AccountSid}~1records/get";
  const [items, history, ...more] = stderr.split("\n");
  expect(items).toContain(
    `${spec}:${lineOf(bad, "items: /record")}:9  ${operation}/x-pagination/items  x-pagination.items: the response has no "/record"`,
  );
  expect(history).toContain(
    `${spec}:${lineOf(bad, "history: long")}:9  ${operation}/x-window/history  x-window.history must be`,
  );
  expect(more).toEqual([""]);
  expect(generated()).toEqual(before);
  expect(readdirSync(out)).toHaveLength(2);
});

test("prints a warning and generates the files", async () => {
  const source = edit(usageApi, "- token: []", "- tokn: []");
  writeFileSync(spec, source);
  expect(await codegen(spec, "--out", out)).toMatchObject({
    code: 0,
    stderr: `warning: ${spec}:${lineOf(source, "- tokn")}:11  #/paths/~1status/get/security/2/tokn  unknown security scheme "tokn"; components.securitySchemes has "basic", "key", "token"; did you mean "token"?\n`,
  });
});

test("--strict makes slips errors, and is in the command that --check prints", async () => {
  const source = edit(usageApi, "      x-pagination: { style: none }\n", "");
  writeFileSync(spec, source);
  expect(await codegen(spec, "--out", out)).toMatchObject({ code: 0, stderr: "" });
  const strict = await codegen(spec, "--out", out, "--strict");
  expect(strict).toMatchObject({ code: 1, stderr: expect.stringContaining("add x-pagination") });
  writeFileSync(spec, edit(usageApi, "enum: [hour, day, all]", "enum: [hour, day, week, all]"));
  const { stderr } = await codegen(spec, "--out", out, "--strict", "--check");
  expect(stderr).toContain(`run usagewire-codegen ${spec} --out ${out} --strict\n`);
});

test("--check reports missing files", async () => {
  const { code, stdout } = await codegen(spec, "--out", out, "--check");
  expect(code).toBe(1);
  expect(stdout).toContain(`+++ ${join(out, "schema.ts")}\n(the file is missing)`);
});

test("reports a directory that cannot be written to", async () => {
  const { code, stderr } = await codegen(spec, "--out", spec);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^cannot write the generated files: .*api\.yaml.*\n$/);
});

test.each([
  [["--out", "out"], "missing required argument 'spec'"],
  [["api.yaml"], "required option '--out <dir>' not specified"],
  [["api.yaml", "--out", "out", "--chek"], "unknown option '--chek'"],
  [["a.yaml", "b.yaml", "--out", "out"], "too many arguments"],
])("exits with 2 for the arguments %j", async (args, message) => {
  const { code, stderr } = await codegen(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("--help shows the usage and the exit codes", async () => {
  const { code, stdout } = await codegen("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("usagewire-codegen [options] <spec>");
  expect(stdout).toContain("Exit codes:");
});

test.each([
  ["/work/packages/twilio/src/generated/usage", "/work/specs/twilio/usage.yaml", "specs/twilio/usage.yaml"],
  [
    "/elsewhere/packages/twilio/src/generated/usage",
    "/elsewhere/specs/twilio/usage.yaml",
    "specs/twilio/usage.yaml",
  ],
  ["/project/generated", "/project/openapi.yaml", "openapi.yaml"],
  ["/project", "/project/api/openapi.yaml", "api/openapi.yaml"],
  ["/project/api", "/project/api/openapi.yaml", "openapi.yaml"],
  ["/tmp/out", "/home/someone/openapi.yaml", "openapi.yaml"],
  ["/projects", "/project/openapi.yaml", "openapi.yaml"],
])("files in %s name %s as %s", (folder, spec, name) => {
  expect(specLabel(folder, spec)).toBe(name);
});
