import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { folderBytes } from "./folder-bytes.ts";
import { folderOf } from "./folder-of.ts";
import { packedBytes } from "./packed-bytes.ts";

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Of its files, without dependencies; of a package of this workspace, of those that are packed. */
  readonly bytes: number;
}

/** A package and all that is installed with it, once each; optional and peer dependencies are not followed. */
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

/** Bytes on disk of a package with all that is installed with it. */
export async function installedBytes(name: string, from: string): Promise<number> {
  const packages = await installedPackages(name, from);
  return packages.reduce((sum, { bytes }) => sum + bytes, 0);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
