import { expect, it } from "vitest";
import { compile, compilerCases, compilers } from "./compilers.ts";
import { isWhole, matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";

const { quick } = matrix.typescript;

it("the compilers of the short form are among all", () => {
  expect(compilers.map(({ id }) => id)).toEqual(expect.arrayContaining([...quick]));
});

testOutcomes(
  "the packed types",
  compilers
    .filter(({ id }) => isWhole || quick.includes(id))
    .map((compiler) => ({
      id: compiler.id,
      parts: [`typescript-${compiler.version}`],
      cases: compilerCases(compiler),
      run: (folder) => compile(compiler, folder),
    })),
);
