import { runInChromium } from "./chromium.ts";
import { startTarget } from "./emulated.ts";
import { runInJest } from "./jest.ts";
import { type Environment, isWhole, matrix } from "./matrix.ts";
import { testOutcomes } from "./outcomes.ts";
import type { Context } from "./program.ts";
import { runScript } from "./scripts.ts";
import { caseNames, type Outcome } from "./suite.ts";
import { runInWorkerd } from "./workerd.ts";

testOutcomes(
  "the packed packages",
  matrix.environments
    .filter(({ quick = false }) => isWhole || quick)
    .map((environment) => ({
      id: environment.id,
      parts: environment.parts,
      cases: caseNames,
      run: async (folder) => {
        await using emulated = await startTarget();
        return await run(environment, { folder, target: emulated.target });
      },
    })),
);

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
