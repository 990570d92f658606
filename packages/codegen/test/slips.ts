import { expect, test } from "vitest";
import { generate, type LocatedProblem, SpecError } from "../src/index.ts";
import { edit, lineOf, usageApi } from "./spec-text.ts";

/** A slip in an otherwise sound spec, and what is to be said about it. */
export interface Slip {
  /** What is replaced in the spec; it occurs there. */
  readonly replace: string;
  readonly by: string;
  /** A text that first occurs on the line to be named. */
  readonly line: string;
  readonly pointer: string;
  readonly message: string;
}

/** The pointer of the operation in which most slips are made. */
export const list = "#/paths/~1accounts~1{AccountSid}~1records/get";

/** The problems of a spec; none where it can be generated. */
export async function problemsIn(input: Parameters<typeof generate>[0]): Promise<readonly LocatedProblem[]> {
  try {
    await generate(input);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
}

/** A test per slip: it is found, with its line, its pointer and a message that helps. */
export function testSlips(slips: readonly Slip[]): void {
  test.each(slips)("$message", async ({ replace, by, line, pointer, message }) => {
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
