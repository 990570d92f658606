import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the repository. */
export const root = join(import.meta.dirname, "../../..");

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  bin?: Record<string, string>;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  /** The folder's name, which is the package's without its scope. */
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** All packages of the repository. */
export const packages: WorkspacePackage[] = readdirSync(join(root, "packages")).map((name) => {
  const folder = join(root, "packages", name);
  return { name, folder, manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) };
});

/** Those that users install. */
export const published = packages.filter(({ manifest }) => manifest.private !== true);
