import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { binOf } from "./bin-of.ts";
import { runProcess } from "./run-process.ts";

const packageFolder = join(import.meta.dirname, "../..");
const specs = ["twilio/supersim", "twilio/usage", "onomondo/usage"];

/** What `tsc --init` would turn on, and what a program for Node needs; ours and theirs alike. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  noEmit: true,
};

/**
 * The programs of `programs/` as projects, in a folder from which they find what the benchmarks depend on. Of each there
 * are two configs, `usagewire.json` and `usagewire.full.json`, which checks the declarations of libraries as well.
 */
export async function typeProjects(programs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(packageFolder, ".types-"));
  try {
    await cp(join(packageFolder, "programs"), folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    // twilio's declarations name this package's, which twilio does not bring with it.
    const jsonwebtoken = `declare module "jsonwebtoken" { export type Algorithm = string }
`;
    await writeFile(join(folder, "jsonwebtoken.d.ts"), jsonwebtoken);
    for (const spec of specs) {
      const source = join(packageFolder, "../specs", `${spec}.yaml`);
      const output = `${spec.replace("/", "-")}.d.ts`;
      const command = binOf("openapi-typescript", "openapi-typescript");
      await runProcess(process.execPath, [command, source, "--output", output], folder);
    }
    for (const program of programs) {
      const files = [`${program}.ts`, ...(program === "twilio" ? ["jsonwebtoken.d.ts"] : [])];
      for (const [suffix, skipLibCheck] of [
        ["", true],
        [".full", false],
      ] as const) {
        const config = { compilerOptions: { ...compilerOptions, skipLibCheck }, files };
        await writeFile(join(folder, `${program}${suffix}.json`), JSON.stringify(config));
      }
    }
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
