import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, type LocatedProblem } from "../src/index.ts";
import { problemsIn } from "./slips.ts";
import { edit, fixtures, lineOf, usageApi } from "./spec-text.ts";

test("the spec in which the tests make their slips is sound", async () => {
  expect(await problemsIn({ source: usageApi, name: "api.yaml" })).toEqual([]);
});

test("a syntax error has its line and column", async () => {
  const source = "openapi: 3.1.0\ninfo: { title: A\npaths: {}\n";
  const [problem] = await problemsIn({ source, name: "api.yaml" });
  expect(problem).toMatchObject({ file: "api.yaml", line: 3, column: 1, pointer: "#" });
});

test("a file that is not there, and a folder, are said to be so", async () => {
  const missing = join(fixtures, "no-such.yaml");
  expect(await problemsIn(missing)).toEqual([
    { file: missing, line: 1, column: 1, pointer: "#", message: "there is no such file" },
  ]);
  expect(await problemsIn(fixtures)).toMatchObject([{ message: "this is a folder, not a file" }]);
});

test("every problem is reported, in the order of the lines", async () => {
  const source = edit(edit(usageApi, "history: P18M", "history: long"), "style: next-link", "style: link");
  const problems = await problemsIn({ source, name: "api.yaml" });
  expect(problems.map(({ line }) => line)).toEqual([
    lineOf(source, "style: link"),
    lineOf(source, "history: long"),
  ]);
});

test("a problem in another file is found in that file", async () => {
  const spec = join(fixtures, "split-broken", "openapi.yaml");
  expect(await problemsIn(spec)).toEqual([
    {
      file: join(fixtures, "split-broken", "records.yaml"),
      line: 11,
      column: 22,
      pointer: "#/get/responses/200/content/application~1json/schema/items/$ref",
      message: '$ref "missing.yaml#/Record" leads to the file "missing.yaml", which cannot be read',
    },
  ]);
});

test("warnings do not keep a spec from being generated", async () => {
  const warnings: LocatedProblem[] = [];
  const source = edit(edit(usageApi, "name: AccountSid", "name: accountsid"), "- token: []", "- tokn: []");
  await generate({ source, name: "api.yaml" }, { onWarning: (warning) => warnings.push(warning) });
  const assumed = 'describes no path parameter "AccountSid"; a string is assumed; did you mean "accountsid"?';
  expect(warnings.map(({ message }) => message)).toEqual([
    `GET /accounts/{AccountSid}/records ${assumed}`,
    `POST /accounts/{AccountSid}/records ${assumed}`,
    'no security scheme "tokn" is described ("basic", "key", "token"); did you mean "token"?',
    'the path /accounts/{AccountSid}/records has no {accountsid}; did you mean "AccountSid"?',
  ]);
});

test("a misspelt keyword is told beside the error that it leads to, and errors of all kinds together", async () => {
  const warnings: string[] = [];
  const source = edit(
    edit(usageApi, "name: Granularity", "nmae: Granularity"),
    "items: /records",
    "items: /record",
  );
  const onWarning = ({ message }: LocatedProblem) => warnings.push(message);
  await expect(generate({ source, name: "api.yaml" }, { onWarning })).rejects.toMatchObject({
    problems: [
      { message: expect.stringContaining('items "/record" leads nowhere') },
      { message: expect.stringContaining('has no query parameter "Granularity"') },
      { message: 'a parameter must have a "name"' },
    ],
  });
  expect(warnings).toEqual(['"nmae" means nothing here; did you mean "name"?']);
});
