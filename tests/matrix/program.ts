// The programs that run the suite in an environment, made with esbuild from suite.ts.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Target } from "./suite.ts";

/** What a host needs to run the suite. */
export interface Context {
  /** A folder in which the packed packages are installed. */
  readonly folder: string;
  readonly target: Target;
}

/** The packages that a program imports. Each host names the same ones, by its own kind of import. */
export const packageNames = ["twilio", "onomondo", "pagination", "replay"] as const;

/** Statements that import the packages and define `packages`. */
export const importPackages = [
  ...packageNames.map((name) => `import * as ${name} from "@usagewire/${name}";`),
  `const packages = { ${packageNames.join(", ")} };`,
].join("\n");

/** Writes the suite as a module into the folder, without the packages. Returns the name of its file. */
export async function writeSuite({ folder }: Context, format: "esm" | "cjs"): Promise<string> {
  const name = format === "esm" ? "suite.mjs" : "suite.cjs";
  await build({
    entryPoints: [join(import.meta.dirname, "suite.ts")],
    outfile: join(folder, name),
    format,
    target: "es2022",
  });
  return name;
}

/** Bundles a program with the suite and the packages, as an application does. */
export async function bundle(
  { folder }: Context,
  name: string,
  source: string,
  conditions: string[] = ["browser", "module"],
): Promise<string> {
  await writeFile(join(folder, `${name}.source.mjs`), source);
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(folder, `${name}.source.mjs`)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions,
  });
  return outfile;
}
