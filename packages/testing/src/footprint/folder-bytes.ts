import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes of all files in a package's folder; what its own `node_modules` holds are other packages. */
export function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) bytes += statSync(path).size;
    else if (entry.isDirectory() && entry.name !== "node_modules") bytes += folderBytes(path);
  }
  return bytes;
}
