import { join, resolve } from "node:path";
import { generate } from "../generate.ts";
import { readText } from "../read/read-text.ts";
import { formatProblem } from "../read/spec-error.ts";
import { nameSeenFrom } from "./name-seen-from.ts";
import type { Output } from "./run.ts";
import { unifiedDiff } from "./unified-diff.ts";
import { writeTogether } from "./write-together.ts";

/**
 * Generates from a spec into a folder; with `check`, only compares.
 *
 * @returns the exit code: 1 where `check` finds a file stale.
 * @throws SpecError before anything is written.
 */
export async function generateInto(
  spec: string,
  folder: string,
  check: boolean,
  output: Output,
): Promise<number> {
  const files = await generate(spec, {
    name: nameSeenFrom(resolve(folder), resolve(spec)),
    onWarning: (problem) => output.stderr(`warning: ${formatProblem(problem)}\n`),
  });
  const changed = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await readText(path);
    const before = "text" in found ? found.text : undefined;
    if (before === text) continue;
    changed.set(path, text);
    if (check) output.stdout(unifiedDiff(path, before, text));
  }
  if (check && changed.size > 0) {
    output.stderr(
      `${[...changed.keys()].join(", ")}: stale; run usagewire-codegen ${spec} --out ${folder}\n`,
    );
    return 1;
  }
  await writeTogether(changed);
  for (const path of changed.keys()) output.stdout(`${path}\n`);
  return 0;
}
