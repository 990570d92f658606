import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../helpers/describe-with.ts";
import { type Installed, packAndInstall } from "../packed/install.ts";
import { compile, compilerCases, compilers } from "./compilers.ts";
import { matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";
import type { Outcome } from "./suite.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, 240_000);

afterAll(() => rm(installed.folder, { recursive: true, force: true }));

const whole = process.env.MODE === "whole";
const { quick } = matrix.typescript;

it("the compilers of the short form are among all", () => {
  expect(compilers.map(({ id }) => id)).toEqual(expect.arrayContaining([...quick]));
});

for (const compiler of compilers.filter(({ id }) => whole || quick.includes(id))) {
  describeWith([`typescript-${compiler.version}`], `the packed types with ${compiler.id}`, () => {
    let outcomes: readonly Outcome[] = [];

    beforeAll(async () => {
      outcomes = await compile(compiler, installed.folder);
    }, 240_000);

    testOutcomes(compiler.id, compilerCases(compiler), () => outcomes);
  });
}
