import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, type LocatedProblem } from "../src/index.ts";
import { problemsIn } from "./mistakes.ts";
import { edit, fixtures, lineOf, usageApi } from "./spec-text.ts";

test("the spec that the tests start from is valid", async () => {
  expect(await problemsIn({ source: usageApi, name: "api.yaml" })).toEqual([]);
});

test("a syntax error has its line and column", async () => {
  const source = "openapi: 3.1.0\ninfo: { title: A\npaths: {}\n";
  const [problem] = await problemsIn({ source, name: "api.yaml" });
  expect(problem).toMatchObject({ file: "api.yaml", line: 3, column: 1, pointer: "#" });
});

test("a missing file and a directory are problems", async () => {
  const missing = join(fixtures, "no-such.yaml");
  expect(await problemsIn(missing)).toEqual([
    { file: missing, line: 1, column: 1, pointer: "#", message: "file not found" },
  ]);
  expect(await problemsIn(fixtures)).toMatchObject([{ message: "this is a directory, not a file" }]);
});

test("reports all problems, sorted by line", async () => {
  const source = edit(edit(usageApi, "history: P18M", "history: long"), "style: next-link", "style: link");
  const problems = await problemsIn({ source, name: "api.yaml" });
  expect(problems.map(({ line }) => line)).toEqual([
    lineOf(source, "style: link"),
    lineOf(source, "history: long"),
  ]);
});

test("reports a problem in another file with that file", async () => {
  const spec = join(fixtures, "split-broken", "openapi.yaml");
  expect(await problemsIn(spec)).toEqual([
    {
      file: join(fixtures, "split-broken", "records.yaml"),
      line: 11,
      column: 22,
      pointer: "#/get/responses/200/content/application~1json/schema/items/$ref",
      message: '$ref "missing.yaml#/Record" points to the file "missing.yaml", which cannot be read',
    },
  ]);
});

test("generates a spec with warnings", async () => {
  const warnings: LocatedProblem[] = [];
  const source = edit(edit(usageApi, "name: AccountSid", "name: accountsid"), "- token: []", "- tokn: []");
  await generate({ source, name: "api.yaml" }, { onWarning: (warning) => warnings.push(warning) });
  const assumed = (key: string) =>
    `path parameter "AccountSid" of ${key} is not described, so a string is assumed; did you mean "accountsid"?`;
  expect(warnings.map(({ message }) => message)).toEqual([
    assumed("GET /accounts/{AccountSid}/records"),
    assumed("POST /accounts/{AccountSid}/records"),
    'unknown security scheme "tokn"; components.securitySchemes has "basic", "key", "token"; did you mean "token"?',
    'path parameter "accountsid" does not occur in the path /accounts/{AccountSid}/records; did you mean "AccountSid"?',
  ]);
});

test("warns about the misspelt keyword that caused an error, and reports errors of all checks", async () => {
  const warnings: string[] = [];
  const source = edit(
    edit(usageApi, "name: Granularity", "nmae: Granularity"),
    "items: /records",
    "items: /record",
  );
  const onWarning = ({ message }: LocatedProblem) => warnings.push(message);
  await expect(generate({ source, name: "api.yaml" }, { onWarning })).rejects.toMatchObject({
    problems: [
      { message: expect.stringContaining('x-pagination.items: the response has no "/record"') },
      { message: expect.stringContaining('unknown query parameter "Granularity"') },
      { message: 'a parameter requires a "name"' },
    ],
  });
  expect(warnings).toEqual(['unknown keyword "nmae" is ignored; did you mean "name"?']);
});
