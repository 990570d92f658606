import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { exec, published, root } from "../helpers/workspace.ts";

export interface Installed {
  /** A folder outside the workspace with a package.json and node_modules. */
  readonly folder: string;
  /** The oldest supported Node. */
  readonly node20: string;
  /** By package folder name. */
  readonly tarballs: Record<string, string>;
}

/** Packs every published package into a folder. Returns the tarballs by the names of the packages' folders. */
export async function packPublished(folder: string): Promise<Record<string, string>> {
  const filters = published.flatMap(({ manifest }) => ["--filter", manifest.name]);
  await exec("pnpm", ["-r", ...filters, "pack", "--pack-destination", folder], { cwd: root });
  return Object.fromEntries(
    published.map(({ name, manifest }) => [name, join(folder, `usagewire-${name}-${manifest.version}.tgz`)]),
  );
}

/** Packs every published package and installs the tarballs with npm, as users do. */
export async function packAndInstall(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-packed-"));
  const tarballs = await packPublished(folder);
  const dependencies = Object.fromEntries(
    published.map(({ name, manifest }) => [manifest.name, `file:./${basename(tarballs[name] ?? "")}`]),
  );
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: { ...dependencies, node: "20.20.2" } }),
  );
  await exec("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
  return { folder, node20: join(folder, "node_modules/node/bin/node"), tarballs };
}
