import { defineConfig } from "vitest/config";

interface Suite {
  /** Whether types are tested, too. */
  readonly typecheck?: boolean;
  /** The test files that hold for the lean entry as well, and what stands there for the import of the full one. */
  readonly lean?: { readonly files: string[]; readonly alias: { find: RegExp; replacement: string } };
}

/** How every package runs its tests; the JSON report is what `pnpm test` sums into its last line. */
export const suite = ({ typecheck = false, lean }: Suite = {}) => {
  const tests = {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    passWithNoTests: true,
    // Suites of several packages run side by side, and some tests start programs of their own.
    testTimeout: 60_000,
    typecheck: {
      enabled: typecheck,
      include: ["src/**/*.test-d.ts", "test/**/*.test-d.ts"],
    },
  };
  const leanTests = lean && { name: "lean", include: lean.files, alias: [lean.alias], testTimeout: 60_000 };
  return defineConfig({
    test: {
      reporters: ["default", "json"],
      outputFile: { json: "reports/vitest.json" },
      ...(leanTests ? { projects: [{ test: { ...tests, name: "full" } }, { test: leanTests }] } : tests),
    },
  });
};
