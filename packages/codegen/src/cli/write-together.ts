import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes files so that none is ever half written, and none at all where one cannot be. */
export async function writeTogether(files: ReadonlyMap<string, string>): Promise<void> {
  const temporary = [...files].map(([path, text]) => ({ path, text, draft: `${path}.${process.pid}.tmp` }));
  try {
    for (const { draft, text } of temporary) {
      await mkdir(dirname(draft), { recursive: true });
      await writeFile(draft, text);
    }
    for (const { draft, path } of temporary) await rename(draft, path);
  } finally {
    for (const { draft } of temporary) await rm(draft, { force: true });
  }
}
