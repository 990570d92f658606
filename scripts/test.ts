// `pnpm test`: everything that must hold, and one closing line over all suites.
import { globSync, readFileSync, rmSync } from "node:fs";
import { turbo } from "./turbo.ts";

const reports = () => globSync("packages/*/reports/vitest.json");

// A report left from an earlier run must not be summed when its suite did not get to run this time.
for (const report of reports()) rmSync(report);

const exitCode = turbo(
  ["//#lint:root", "//#lint:specs", "generate:check", "check", "test"],
  ["--continue=dependencies-successful", "--output-logs=new-only"],
);

let passed = 0;
let failed = 0;
let skipped = 0;
for (const report of reports()) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, success } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  passed += numPassedTests;
  // A file that does not even load fails as a suite without a test.
  failed += numFailedTests || (success ? 0 : numFailedTestSuites || 1);
  skipped += numPendingTests;
}
// Lint, types and builds report no tests: a failure there counts as one.
if (exitCode !== 0 && failed === 0) failed = 1;

console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 ? 0 : 1;
