/** A problem and the line to look at. */
export interface LocatedProblem {
  /** The file, named as the caller named the spec. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** JSON Pointer of the place, as a URI fragment: `#/paths/~1usage/get`. */
  readonly pointer: string;
  readonly message: string;
}

/** `specs/api.yaml:12:5  #/paths/~1usage/get  message`: what editors and terminals make a link of. */
export const formatProblem = ({ file, line, column, pointer, message }: LocatedProblem): string =>
  `${file}:${line}:${column}  ${pointer}  ${message}`;

/** A spec from which nothing can be generated, with everything that was found wrong. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly LocatedProblem[];

  constructor(problems: readonly LocatedProblem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}
