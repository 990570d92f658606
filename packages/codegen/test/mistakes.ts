import { expect, test } from "vitest";
import { generate, type LocatedProblem, SpecError } from "../src/index.ts";
import { edit, lineOf, usageApi } from "./spec-text.ts";

/** A mistake in an otherwise valid spec, and the problem that it causes. */
export interface Mistake {
  /** A text in the spec. */
  readonly replace: string;
  /** Its replacement. */
  readonly by: string;
  /** A text whose first occurrence is on the line that the problem names. */
  readonly line: string;
  readonly pointer: string;
  readonly message: string;
}

/** The pointer of the operation that most mistakes are in. */
export const list = "#/paths/~1accounts~1{AccountSid}~1records/get";

/** The errors in a spec; none if it can be generated. */
export async function problemsIn(
  input: Parameters<typeof generate>[0],
  options: Parameters<typeof generate>[1] = { strict: true },
): Promise<readonly LocatedProblem[]> {
  try {
    await generate(input, options);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
}

/** Tests that each mistake is reported with its line, pointer and message. */
export function testMistakes(mistakes: readonly Mistake[]): void {
  test.each(mistakes)("$message", async ({ replace, by, line, pointer, message }) => {
    const source = edit(usageApi, replace, by);
    const problems = await problemsIn({ source, name: "api.yaml" });
    expect(problems.map(({ column, ...problem }) => problem)).toContainEqual({
      file: "api.yaml",
      line: lineOf(source, line),
      pointer,
      message,
    });
  });
}
