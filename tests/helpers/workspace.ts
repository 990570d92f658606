import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

/** The repository's folder. */
export const root = join(import.meta.dirname, "../..");

export const exec = promisify(execFile);

export interface Manifest {
  name: string;
  version: string;
  /** The entry for CommonJS. */
  main?: string;
  bin?: Record<string, string>;
  engines?: Record<string, string>;
  exports?: Record<string, unknown>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  /** The folder's name: the package's name without its scope. */
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Every package that is published. */
export const published: readonly WorkspacePackage[] = globSync(join(root, "packages/*/package.json"))
  .sort()
  .map((file) => {
    const folder = dirname(file);
    return { name: basename(folder), folder, manifest: readManifest(folder) };
  });

/** The names under which a package's code can be imported: `@usagewire/pagination`, `@usagewire/pagination/internal`. */
export const entriesOf = ({ manifest }: WorkspacePackage): string[] =>
  Object.keys(manifest.exports ?? {})
    .filter((path) => !path.endsWith(".json"))
    .map((path) => manifest.name + path.slice(1));
