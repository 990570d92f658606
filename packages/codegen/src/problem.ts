import { locator } from "./parse.ts";

/** A problem in a spec: an error, or a warning about something that was assumed. */
export interface Problem {
  /** JSON Pointer of the place in its file: `/paths/~1usage/get`; `""` for the whole document. */
  readonly pointer: string;
  /** What is wrong, and what is accepted. */
  readonly message: string;
  /** The file that contains the place, as a path relative to the spec; absent for the spec itself. */
  readonly file?: string;
  /** With an `error` nothing is generated; a `warning` is informational. */
  readonly severity: "error" | "warning";
}

/** A problem with its line and column. */
export interface LocatedProblem {
  /** The file, named as the caller named the spec. */
  readonly file: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** Column in the line, counted from 1. */
  readonly column: number;
  /** JSON Pointer of the place, as a URI fragment: `#/paths/~1usage/get`. */
  readonly pointer: string;
  /** What is wrong, and what is accepted. */
  readonly message: string;
}

/**
 * Formats a problem as one line, `specs/api.yaml:12:5  #/paths/~1usage/get  message`. Editors and terminals make a link of
 * its start.
 *
 * @param problem a problem from a {@link SpecError} or a warning.
 * @returns the line, without a newline at the end.
 * @example
 * ```ts
 * import { formatProblem, generate } from "@usagewire/codegen";
 *
 * await generate("specs/api.yaml", { onWarning: (problem) => console.warn(formatProblem(problem)) });
 * ```
 */
export const formatProblem = ({ file, line, column, pointer, message }: LocatedProblem): string =>
  `${file}:${line}:${column}  ${pointer}  ${message}`;

/**
 * Thrown if a spec cannot be read or is invalid. `message` has one line per problem.
 *
 * @example
 * ```ts
 * import { generate, SpecError } from "@usagewire/codegen";
 *
 * try {
 *   await generate("specs/api.yaml");
 * } catch (error) {
 *   if (!(error instanceof SpecError)) throw error;
 *   for (const { line, message } of error.problems) console.error(line, message);
 * }
 * ```
 */
export class SpecError extends Error {
  override readonly name = "SpecError";
  /** All problems that were found, by file and line. */
  readonly problems: readonly LocatedProblem[];

  /** @param problems at least one problem. */
  constructor(problems: readonly LocatedProblem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

/** The text of a file, and its name in messages. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Adds lines and columns to problems, drops duplicates, and sorts them by file and line.
 *
 * @param sources the files by the names that {@link Problem.file} has, the spec itself as `""`.
 */
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
  const unique = new Map(located.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}
