// `pnpm parts`: installs the runtimes and compilers that the matrix runs on, into tests/parts.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { installedParts, partsFolder } from "../tests/helpers/parts.ts";

/** Installs what is missing; the exit code. */
export function installParts(): number {
  const { status, error } = spawnSync("pnpm", ["install", "--frozen-lockfile", "--silent"], {
    cwd: partsFolder,
    stdio: "inherit",
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = installParts();
  console.log(installedParts());
}
