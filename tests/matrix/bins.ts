// Bins: the commands of the packages in one file, as those who ship a program make it.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { partOf } from "../helpers/parts.ts";
import { exec, published } from "../helpers/workspace.ts";
import type { Bundler } from "./matrix.ts";
import type { Outcome } from "./suite.ts";

interface Bin {
  readonly name: string;
  /** The file in an installed package. */
  readonly file: string;
}

const bins: readonly Bin[] = published.flatMap(({ manifest }) =>
  Object.entries(manifest.bin ?? {}).map(([name, file]) => ({
    name,
    file: join("node_modules", manifest.name, file),
  })),
);

const caseOf = ({ name }: Bin) => `the bundled ${name} prints its help`;

export const binCases: readonly string[] = bins.map(caseOf);

/**
 * Bundles every bin and asks it for its help.
 *
 * @param folder a folder in which the packed packages are installed
 */
export async function bundleBins({ id }: Bundler, folder: string): Promise<Outcome[]> {
  const out = join(folder, id);
  await mkdir(out, { recursive: true });
  const bundle = id === "esbuild" ? bundleWithEsbuild : compileWithBun;
  const outcomes: Outcome[] = [];
  for (const bin of bins) {
    try {
      const [program, ...args] = await bundle(bin, folder, out);
      await comparePrinted([program, ...args], [process.execPath, join(folder, bin.file)]);
      outcomes.push({ name: caseOf(bin) });
    } catch (error) {
      outcomes.push({ name: caseOf(bin), error: String(error) });
    }
  }
  return outcomes;
}

type Command = readonly [program: string, ...args: string[]];

/** @throws Error if one of the commands fails, or if they print different help, or none. */
async function comparePrinted(bundled: Command, unbundled: Command): Promise<void> {
  const [printed, expected] = await Promise.all(
    [bundled, unbundled].map(async ([program, ...args]) => (await exec(program, [...args, "--help"])).stdout),
  );
  if (expected === "") throw new Error(`${unbundled.join(" ")} prints no help`);
  if (printed !== expected) throw new Error(`expected ${expected}; the bundled program prints "${printed}"`);
}

async function bundleWithEsbuild({ name, file }: Bin, folder: string, out: string): Promise<Command> {
  const outfile = join(out, `${name}.mjs`);
  await build({
    absWorkingDir: folder,
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    // An ES module has no `require`, which dependencies in CommonJS call for Node's modules. esbuild leaves it to its users.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
  return [process.execPath, outfile];
}

async function compileWithBun({ name, file }: Bin, folder: string, out: string): Promise<Command> {
  const outfile = join(out, name);
  const bun = join(partOf("bun"), "../.bin/bun");
  await exec(bun, ["build", "--compile", file, "--outfile", outfile], { cwd: folder });
  return [outfile];
}
