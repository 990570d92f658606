// `pnpm generate [--check]`: the clients' code from the specs, and the READMEs' runtimes from the matrix; or whether the
// committed files still are what they say.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../tests/helpers/workspace.ts";
import { readmesWithRuntimes } from "../tests/matrix/readmes.ts";
import { turbo } from "./turbo.ts";

const check = process.argv.includes("--check");
const outdated = readmesWithRuntimes().filter(({ committed, expected }) => committed !== expected);
if (check) {
  for (const { path } of outdated) {
    console.error(`${path}: the runtimes are not those of tests/matrix.json; run \`pnpm generate\``);
  }
} else {
  for (const { path, expected } of outdated) writeFileSync(join(root, path), expected);
}
const exitCode = turbo([check ? "generate:check" : "generate"]);
process.exitCode = check && outdated.length > 0 ? 1 : exitCode;
