// Node.js, Bun and Deno: the suite as a script.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { partOf } from "../helpers/parts.ts";
import { exec } from "../helpers/workspace.ts";
import type { NodeEnvironment, ScriptEnvironment } from "./matrix.ts";
import { type Context, importPackages, packageNames, writeSuite } from "./program.ts";
import type { Outcome } from "./suite.ts";

export async function runScript(
  environment: NodeEnvironment | ScriptEnvironment,
  context: Context,
): Promise<Outcome[]> {
  const isCommonJs = environment.host === "node" && environment.module === "cjs";
  const suite = await writeSuite(context, isCommonJs ? "cjs" : "esm");
  const run = `runCases(packages, ${JSON.stringify(context.target)})`;
  const print = "console.log(JSON.stringify(outcomes))";
  const requires = packageNames.map((name) => `${name}: require("@usagewire/${name}")`);
  const source = isCommonJs
    ? `const { runCases } = require("./${suite}");
const packages = { ${requires.join(", ")} };
${run}.then((outcomes) => ${print});`
    : `import { runCases } from "./${suite}";
${importPackages}
const outcomes = await ${run};
${print};`;
  const file = isCommonJs ? "script.cjs" : "script.mjs";
  await writeFile(join(context.folder, file), source);
  const [program, ...flags] = commandOf(environment);
  const { stdout } = await exec(program, [...flags, file], { cwd: context.folder });
  return JSON.parse(stdout);
}

function commandOf({ host, parts: [part = ""] }: NodeEnvironment | ScriptEnvironment): [string, ...string[]] {
  const folder = partOf(part);
  if (host === "node") return [join(folder, "bin/node")];
  const program = join(folder, "../.bin", host);
  // Deno uses the packages that npm installed, and may do what Node may.
  return host === "deno"
    ? [program, "run", "--quiet", "--node-modules-dir=manual", "--allow-all"]
    : [program];
}
