import { expect, it } from "vitest";
import { matrix } from "./matrix.ts";
import type { Outcome } from "./suite.ts";

/**
 * Declares a test for each case of an environment or a compiler, and one for each of its known failures, which fails as soon
 * as all of its cases pass.
 *
 * @param id the id of the environment or compiler
 * @param names the names of the cases
 * @param outcomes returns the outcomes, when the tests run
 */
export function testOutcomes(id: string, names: readonly string[], outcomes: () => readonly Outcome[]): void {
  const errorsOf = (cases: readonly string[]) =>
    cases.flatMap((name) => {
      const outcome = outcomes().find((each) => each.name === name) ?? { name, error: "no outcome" };
      return outcome.error === undefined ? [] : [`${name}: ${outcome.error}`];
    });
  const known = matrix.knownFailures.filter((failure) => failure.in === id);
  for (const { cases = names, reason } of known) {
    it.fails(`known to fail: ${reason}`, () => {
      expect(errorsOf(cases)).toEqual([]);
    });
  }
  for (const name of names) {
    if (known.some(({ cases = names }) => cases.includes(name))) continue;
    it(name, () => {
      expect(errorsOf([name])).toEqual([]);
    });
  }
}
