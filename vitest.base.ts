import { defineConfig } from "vitest/config";

/** How every package runs its tests; the JSON report is what `pnpm test` sums into its last line. */
export const suite = (options: { typecheck?: boolean } = {}) =>
  defineConfig({
    test: {
      include: ["src/**/*.test.ts", "test/**/*.test.ts"],
      reporters: ["default", "json"],
      outputFile: { json: "reports/vitest.json" },
      passWithNoTests: true,
      // Suites of several packages run side by side, and some tests start programs of their own.
      testTimeout: 60_000,
      typecheck: {
        enabled: options.typecheck ?? false,
        include: ["src/**/*.test-d.ts", "test/**/*.test-d.ts"],
      },
    },
  });
