import { defineConfig } from "vitest/config";

// Packages of this workspace are tested as sources, so that nothing has to be built between an edit and its test.
const conditions = ["@usagewire/source", "module", "node", "development|production"];

interface Suite {
  /** Globs of the test files. Default: `*.test.ts` in `src` and `test`. */
  readonly include?: string[];
}

/**
 * How every package runs its tests, by itself (`vitest run` in its folder) and as a project of the root's config. The JSON
 * report is what `pnpm test` sums up.
 */
export const suite = ({ include = ["src/**/*.test.ts", "test/**/*.test.ts"] }: Suite = {}) =>
  defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      include,
      passWithNoTests: true,
      // Suites of several packages run at the same time, and some tests start programs of their own.
      testTimeout: 60_000,
      reporters: ["default", "json"],
      outputFile: { json: "reports/tests.json" },
      typecheck: { include: ["src/**/*.test-d.ts", "test/**/*.test-d.ts"] },
    },
  });
