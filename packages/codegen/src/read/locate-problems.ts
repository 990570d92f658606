import type { Problem } from "../checks/problem.ts";
import { locator } from "./locate.ts";
import type { SourceFile } from "./read-spec.ts";
import type { LocatedProblem } from "./spec-error.ts";

/** Finds the lines of problems; in the order of the lines, each problem once. */
export function locateProblems(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, SourceFile>,
): LocatedProblem[] {
  const locators = new Map<string, ReturnType<typeof locator>>();
  const located = problems.map(({ pointer, message, file = "" }) => {
    const source = sources.get(file);
    const locate = locators.get(file) ?? locator(source?.text ?? "");
    locators.set(file, locate);
    return { file: source?.name ?? file, ...locate(pointer), pointer: `#${pointer}`, message };
  });
  const same = (a: LocatedProblem) => (b: LocatedProblem) =>
    a.file === b.file && a.pointer === b.pointer && a.message === b.message;
  return located
    .filter((problem, index) => located.findIndex(same(problem)) === index)
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}
