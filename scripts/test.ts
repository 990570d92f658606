// `pnpm test`: every check, and one closing line over all suites. `--whole-matrix`: only the matrix, all of it.
import { installedParts } from "../tests/helpers/parts.ts";
import { installParts } from "./parts.ts";
import { readReports, removeReports } from "./reports.ts";
import { turbo } from "./turbo.ts";

const everyTask = [
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
  "test:dates",
  "test:matrix",
];
const wholeMatrix = process.argv.includes("--whole-matrix");

removeReports();
// What cannot be installed is skipped, with a line that says so.
installParts();
process.env.USAGEWIRE_PARTS = installedParts();
if (wholeMatrix) process.env.USAGEWIRE_MATRIX = "whole";

const exitCode = turbo(wholeMatrix ? ["test:matrix"] : everyTask, [
  "--continue=dependencies-successful",
  "--output-logs=new-only",
]);
const { passed, skipped, failures } = readReports();
// Lint, types and builds report no tests: a failure there counts as one.
const failed = failures.length || (exitCode === 0 ? 0 : 1);

if (skipped.length > 0) console.log(["\nSkipped:", ...skipped].join("\n  "));
if (failures.length > 0) console.log(["\nFailed:", ...failures].join("\n  "));
console.log(
  `\n${passed} passed, ${failed} failed${skipped.length === 0 ? "" : `, ${skipped.length} skipped`}`,
);
process.exitCode = failed === 0 ? 0 : 1;
