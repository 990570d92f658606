import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/workspace.ts";
import { withoutEquivalents } from "./equivalents.ts";
import { ownTests } from "./imports.ts";
import { makeMutants } from "./mutants.ts";
import { Runner } from "./runners.ts";
import { inRandomOrder } from "./sample.ts";
import { typeChecker } from "./type-check.ts";

const changesOf = (source: string) => makeMutants("a.ts", source).map(({ after }) => after);

describe("the mutants of a source", () => {
  it.each([
    ["an operator", "const a = b + c;", ["const a = b - c;"]],
    ["a comparison", "const a = b < c;", ["const a = b <= c;"]],
    ["a logical operator", "const a = b && c;", ["const a = b || c;"]],
    ["a default", "const a = b ?? c;", ["const a = c;"]],
    ["a small number", "const a = 1;", ["const a = 2;"]],
    ["a large number", "const a = 60_000;", ["const a = 120000;"]],
    ["a boolean", "const a = { b: true };", ["const a = { b: false };"]],
    ["a negation", "const a = !b;", ["const a = b;"]],
    ["a count", "for (;;i++) {}", ["for (;;i--) {}"]],
    ["a method", "const a = Math.min(b, c);", ["const a = Math.max(b, c);"]],
    ["a flag of a regular expression", "const a = /b/i;", ["const a = /b/;"]],
    ["the anchors of a regular expression", "const a = /^b$/;", ["const a = /b$/;", "const a = /^b/;"]],
    ["a condition", "const a = b ? c : d;", ["const a = !(b) ? c : d;"]],
    ["a statement", "if (a) b();", ["if (!(a)) b();", "if (a) ;"]],
    ["a guard", "if (a === b) throw c;", ["if (a === b) ;", "if (a !== b) throw c;"]],
  ])("change %s", (_what, source, expected) => {
    expect(changesOf(source).sort()).toEqual([...expected].sort());
  });

  it.each([
    ["texts", 'const a = "b < c";'],
    ["imports", 'import { a } from "b";'],
    ["types", "type A = 1 | true; interface B { c: 2 } const d = e as 3;"],
    ["comments", "// a < b"],
  ])("leave %s as they are", (_what, source) => {
    expect(changesOf(source)).toEqual([]);
  });

  it("name the line, and hold the whole file with one change", () => {
    const [mutant] = makeMutants("a.ts", 'const a = "1";\nconst b =\n  2;\n');
    expect(mutant).toEqual({
      file: "a.ts",
      line: 3,
      before: "2;",
      after: "3;",
      text: 'const a = "1";\nconst b =\n  3;\n',
    });
  });
});

describe("the sample", () => {
  const numbers = Array.from({ length: 50 }, (_, i) => `const a${i} = 1;`);
  const order = (source: string, seed: number) =>
    inRandomOrder(makeMutants("a.ts", source), seed).map(({ before }) => before);

  it("is the same for the same seed, and another for another", () => {
    const source = numbers.join("\n");
    expect(order(source, 1)).toEqual(order(source, 1));
    expect(order(source, 2)).not.toEqual(order(source, 1));
    expect(order(source, 2).sort()).toEqual(order(source, 1).sort());
  });

  it("keeps its order when a line is added", () => {
    const added = "const b = 1;";
    const after = order([added, ...numbers].join("\n"), 1).filter((line) => line !== added);
    expect(after).toEqual(order(numbers.join("\n"), 1));
  });

  it("has every mutant, also of lines that are alike", () => {
    expect(order("const a = 1;\nconst a = 1;", 1)).toHaveLength(2);
  });
});

describe("the list of equivalent mutants", () => {
  const mutants = makeMutants("a.ts", "const a = b < c;\nconst d = 1;");
  const entry = {
    file: "a.ts",
    before: "const a = b < c;",
    after: "const a = b <= c;",
    reason: "They differ.",
  };

  it("leaves out what it lists", () => {
    expect(withoutEquivalents(mutants, [entry]).map(({ before }) => before)).toEqual(["const d = 1;"]);
  });

  it.each([
    ["matches no mutant", { after: "const a = b > c;" }, "no mutant is like this"],
    ["is of another file", { file: "b.ts" }, "no mutant is like this"],
    ["gives no reason", { reason: " " }, "give a reason"],
  ])("refuses an entry that %s", (_what, change, message) => {
    expect(() => withoutEquivalents(mutants, [{ ...entry, ...change }])).toThrow(message);
  });
});

it("leaves out mutants that do not compile", () => {
  const file = "packages/pagination/src/did-you-mean.ts";
  const hasRightTypes = typeChecker([file]);
  const types = (source: string) => makeMutants(file, source).map(hasRightTypes);
  expect(types("export const a: number = 1 + 2;")).toEqual([true, true, true]);
  expect(types("export const a: 1 = 1;")).toEqual([false]);
  expect(types('export const a: string = "b" + "c";')).toEqual([false]);
});

it("runs the tests of the mutant's package that import it, the nearest first", () => {
  const tests = ownTests()("packages/pagination/src/cursor.ts");
  expect(tests[0]).toBe("packages/pagination/src/cursor.test.ts");
  expect(tests).toContain("packages/pagination/test/pager.cursor.test.ts");
  expect(tests.every((test) => test.startsWith("packages/pagination/"))).toBe(true);
  expect(tests).not.toContain("packages/pagination/src/on-abort.test.ts");
});

it("fails with a mutant, ends a run that hangs, passes without a mutant, and leaves the file as it is", async () => {
  const file = "packages/cli/src/kebab-case.ts";
  const source = readFileSync(join(root, file), "utf8");
  const run = async (text?: string) => {
    const mutant = text === undefined ? undefined : { file, text };
    const result = await runner.run({ mutant, tests: ["packages/cli/src/kebab-case.test.ts"], bail: true });
    return typeof result === "string" ? result : result.failed;
  };
  const env = Object.entries(process.env).filter(([name]) => !/^VITEST/.test(name));
  const runner = new Runner(Object.fromEntries(env), 10_000);
  try {
    expect(await run()).toEqual([]);
    expect(await run(source.replace('"-"', '"+"'))).toEqual(["packages/cli/src/kebab-case.test.ts"]);
    // A failure of the run before is not one of this run.
    const other = await runner.run({
      mutant: { file, text: source },
      tests: ["packages/cli/src/totals.test.ts"],
      bail: true,
    });
    expect(other).toMatchObject({ failed: [] });
    expect(await run(`${source} while (true);`)).toBe("hung");
    expect(await run(`${source} process.kill(process.ppid, "SIGKILL");`)).toBe("crashed");
    expect(await run()).toEqual([]);
    expect(readFileSync(join(root, file), "utf8")).toBe(source);
  } finally {
    runner.stop();
  }
}, 180_000);
