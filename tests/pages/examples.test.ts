import { globSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { published, root } from "../helpers/workspace.ts";
import { compileSnippets } from "./run-snippets.ts";
import { readSnippets, type Snippet } from "./snippets.ts";

interface Documented {
  readonly name: string;
  readonly examples: readonly Snippet[];
}

/** The functions that a package's entry exports, with the code of their `@example`s. */
function exportedFunctions(entry: string): Documented[] {
  const program = ts.createProgram([entry], {
    allowImportingTsExtensions: true,
    noEmit: true,
    ...resolution,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = symbol.declarations ?? [];
    const isOurs = declaration?.getSourceFile().fileName.startsWith(join(entry, ".."));
    const isFunction =
      symbol.flags & ts.SymbolFlags.Function ||
      (symbol.flags & ts.SymbolFlags.Variable &&
        checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0);
    if (!isOurs || !isFunction) return [];
    const examples = symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === "example")
      .flatMap(({ text }) => readSnippets(ts.displayPartsToString(text)));
    return [{ name: exported.name, examples }];
  });
}

const resolution = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ["@usagewire/source"],
};

const documented = published.flatMap(({ name, folder }) =>
  exportedFunctions(join(folder, "src/index.ts")).map((each) => ({
    title: `${name}: ${each.name}`,
    ...each,
  })),
);

describe("every exported function", () => {
  it("is found", () => {
    expect(globSync("packages/*/src/index.ts", { cwd: root })).toHaveLength(published.length);
    expect(documented.length).toBeGreaterThan(20);
  });

  it("has an @example", () => {
    expect(documented.filter(({ examples }) => examples.length === 0).map(({ title }) => title)).toEqual([]);
  });

  it("has examples that compile", { timeout: 120_000 }, async () => {
    // A line of its own for each, so that an error names its function.
    const snippets = documented.flatMap(({ title, examples }) =>
      examples.map((example) => ({ title, example })),
    );
    const errors = await compileSnippets(
      snippets.map(({ example }, index) => ({ ...example, line: (index + 1) * 1000 })),
      join(root, "tests"),
    );
    const named = errors.map((error) =>
      error.replace(/^line (\d+)/, (_, line: string) => {
        const number = Number(line);
        return `${snippets[Math.floor(number / 1000) - 1]?.title}, line ${(number % 1000) + 1} of the example`;
      }),
    );
    expect(named).toEqual([]);
  });
});
