import { rm } from "node:fs/promises";
import { afterAll, beforeAll } from "vitest";
import { describeWith } from "../helpers/describe-with.ts";
import { type Installed, packAndInstall } from "../packed/install.ts";
import { runInChromium } from "./chromium.ts";
import { startTarget } from "./emulated.ts";
import { runInJest } from "./jest.ts";
import { type Environment, matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";
import type { Context } from "./program.ts";
import { runScript } from "./scripts.ts";
import { caseNames, type Outcome } from "./suite.ts";
import { runInWorkerd } from "./workerd.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, 240_000);

afterAll(() => rm(installed.folder, { recursive: true, force: true }));

const whole = process.env.MODE === "whole";

for (const environment of matrix.environments.filter(({ quick = false }) => whole || quick)) {
  describeWith(environment.parts, `the packed packages in ${environment.id}`, () => {
    let outcomes: readonly Outcome[] = [];

    beforeAll(async () => {
      await using emulated = await startTarget();
      const context = { folder: installed.folder, target: emulated.target };
      // A host that fails has an outcome for each case too, so that it can be a known failure.
      outcomes = await run(environment, context).catch((error) =>
        caseNames.map((name) => ({ name, error: String(error) })),
      );
    }, 240_000);

    testOutcomes(environment.id, caseNames, () => outcomes);
  });
}

function run(environment: Environment, context: Context): Promise<readonly Outcome[]> {
  switch (environment.host) {
    case "node":
    case "bun":
    case "deno":
      return runScript(environment, context);
    case "workerd":
      return runInWorkerd(environment, context);
    case "chromium":
      return runInChromium(environment, context);
    case "jest":
      return runInJest(environment, context);
  }
}
