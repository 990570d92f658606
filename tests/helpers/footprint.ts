// What a package costs: bytes in a bundle, bytes on disk.
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { exec, readManifest } from "./workspace.ts";

export interface BundledProgram {
  readonly text: string;
  /** Bytes after gzip at its highest level. */
  readonly gzipped: number;
  /** Modules that the bundle still imports. */
  readonly imports: readonly string[];
}

export interface BundleOptions {
  /** The folder whose `node_modules` the program imports from. */
  readonly resolveDir: string;
  /** Default: `neutral`, in which a Node built-in fails the build. */
  readonly platform?: "neutral" | "node";
}

/** Bundles and minifies a program as an ES module, as a user would: from the built packages. */
export async function bundleProgram(
  source: string,
  { resolveDir, platform = "neutral" }: BundleOptions,
): Promise<BundledProgram> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    mainFields: ["module", "main"],
    outfile: "program.js",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  const imports = metafile.outputs["program.js"]?.imports.map(({ path }) => path) ?? [];
  return { text, gzipped: gzipSync(text, { level: 9 }).byteLength, imports };
}

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Bytes of its files, without dependencies. For a package of this workspace: of the files that are packed. */
  readonly bytes: number;
}

/** A package and everything that is installed with it, once each. Optional and peer dependencies are left out. */
export async function installedPackages(name: string, from: string): Promise<InstalledPackage[]> {
  const found = new Map<string, InstalledPackage>();
  const visit = async (wanted: string, dependent: string) => {
    const folder = folderOf(wanted, dependent);
    if (found.has(folder)) return;
    const manifest = readManifest(folder);
    const isInStore = folder.split(sep).includes("node_modules");
    found.set(folder, {
      name: manifest.name,
      version: manifest.version,
      bytes: isInStore ? folderBytes(folder) : await packedBytes(folder),
    });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) await visit(dependency, folder);
  };
  await visit(name, from);
  return [...found.values()];
}

/** Bytes on disk of a package and everything that is installed with it. */
export async function installedBytes(name: string, from: string): Promise<number> {
  const packages = await installedPackages(name, from);
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * The folder in which a module in `from` would find a package, symbolic links resolved.
 *
 * @throws Error if the package is not installed.
 */
export function folderOf(name: string, from: string): string {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** Bytes of all files in a package's folder, without the packages in its own `node_modules`. */
function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) bytes += statSync(path).size;
    else if (entry.isDirectory() && entry.name !== "node_modules") bytes += folderBytes(path);
  }
  return bytes;
}

/** Bytes of the files that `pnpm pack` would put into the package's tarball, before compression. */
async function packedBytes(folder: string): Promise<number> {
  const { stdout } = await exec("pnpm", ["pack", "--dry-run", "--json"], { cwd: folder });
  const { files } = JSON.parse(stdout) as { files: { path: string }[] };
  return files.reduce((sum, { path }) => sum + statSync(packedFile(folder, path)).size, 0);
}

/** pnpm packs the workspace's licence with a package that has none of its own. */
function packedFile(folder: string, path: string): string {
  const own = join(folder, path);
  return existsSync(own) ? own : join(dirname(dirname(folder)), path);
}
