import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const exec = promisify(execFile);

/** Bytes of the files that `pnpm pack` would put into a package's tarball, unpacked. */
export async function packedBytes(folder: string): Promise<number> {
  const { stdout } = await exec("pnpm", ["pack", "--dry-run", "--json"], { cwd: folder });
  const { files } = JSON.parse(stdout) as { files: { path: string }[] };
  return files.reduce((sum, { path }) => sum + statSync(source(folder, path)).size, 0);
}

/** pnpm takes the licence from the workspace's root when a package has none of its own. */
function source(folder: string, path: string): string {
  const own = join(folder, path);
  return existsSync(own) ? own : join(dirname(dirname(folder)), path);
}
