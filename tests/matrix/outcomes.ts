import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../helpers/describe-with.ts";
import { type Installed, packAndInstall } from "../packed/install.ts";
import { matrix } from "./matrix.ts";
import type { Outcome } from "./suite.ts";

/** Something that the packed packages are tested on: an environment, a compiler, a bundler. */
export interface Subject {
  readonly id: string;
  /** Names for `partOf`. */
  readonly parts: readonly string[];
  /** The names of its cases. */
  readonly cases: readonly string[];
  /** Runs all cases. */
  readonly run: (folder: string) => Promise<readonly Outcome[]>;
}

/**
 * Packs and installs the packages, and declares for each subject a suite with a test for each of its cases, and one for each
 * of its known failures, which fails as soon as all of its cases pass.
 *
 * @param what what is tested, for the titles
 */
export function testOutcomes(what: string, subjects: readonly Subject[]): void {
  let installed: Installed;

  beforeAll(async () => {
    installed = await packAndInstall();
  }, 240_000);

  afterAll(() => rm(installed.folder, { recursive: true, force: true }));

  for (const { id, parts, cases, run } of subjects) {
    describeWith(parts, `${what} with ${id}`, () => {
      let outcomes: readonly Outcome[] = [];

      beforeAll(async () => {
        // A subject that fails as a whole has an outcome for each case, so that it can be a known failure.
        outcomes = await run(installed.folder).catch((error) =>
          cases.map((name) => ({ name, error: String(error) })),
        );
      }, 240_000);

      const errorsOf = (names: readonly string[]) =>
        names.flatMap((name) => {
          const outcome = outcomes.find((each) => each.name === name) ?? { name, error: "no outcome" };
          return outcome.error === undefined ? [] : [`${name}: ${outcome.error}`];
        });
      const known = matrix.knownFailures.filter((failure) => failure.in === id);
      for (const { cases: failing = cases, reason } of known) {
        it.fails(`known to fail: ${reason}`, () => {
          expect(errorsOf(failing)).toEqual([]);
        });
      }
      for (const name of cases) {
        if (known.some(({ cases: failing = cases }) => failing.includes(name))) continue;
        it(name, () => {
          expect(errorsOf([name])).toEqual([]);
        });
      }
    });
  }
}
