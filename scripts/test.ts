// `pnpm test`: every check, and one closing line over all suites.
import { readReports, removeReports } from "./reports.ts";
import { turbo } from "./turbo.ts";

removeReports();
const exitCode = turbo(
  [
    "//#lint:root",
    "//#lint:specs",
    "generate:check",
    "typecheck",
    "test",
    "test:types",
    "test:repository",
    "test:pages",
    "test:packed",
    "test:faults",
  ],
  ["--continue=dependencies-successful", "--output-logs=new-only"],
);
const { passed, skipped, failures } = readReports();
// Lint, types and builds report no tests: a failure there counts as one.
const failed = failures.length || (exitCode === 0 ? 0 : 1);

if (failures.length > 0) console.log(["\nFailed:", ...failures].join("\n  "));
console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 ? 0 : 1;
