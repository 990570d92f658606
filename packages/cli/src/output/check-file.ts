import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../errors/usage-error.ts";

/** How a file is written: anew, over an old one, or behind what it holds. */
export type FileMode = "create" | "replace" | "append";

export interface FileChoice {
  readonly path: string;
  readonly force: boolean;
  /** A pull that goes on from a cursor goes on in its file, too. */
  readonly resumed: boolean;
}

/**
 * How to write a file without losing what it holds. Nothing is created or changed yet.
 *
 * @throws UsageError when it may not be touched
 */
export async function checkFile({ path, force, resumed }: FileChoice): Promise<FileMode> {
  const found = await lookAt(path);
  if (found === undefined) {
    if ((await lookAt(dirname(path)))?.isDirectory() === true) return "create";
    throw refuse(`the directory of ${path} does not exist`);
  }
  if (found.isDirectory()) throw refuse(`${path} is a directory`);
  // Devices and pipes keep nothing that could be lost.
  if (!found.isFile() || force) return "replace";
  if (!resumed) throw refuse(`${path} exists; --force replaces it, and with --cursor it is gone on with`);
  if (!(await endsLine(path, found.size))) {
    throw refuse(`${path} ends within a line, so that no record can follow it`);
  }
  return "append";
}

const refuse = (message: string) => new UsageError(`--output: ${message}`);

async function lookAt(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}

async function endsLine(path: string, size: number): Promise<boolean> {
  if (size === 0) return true;
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === "\n";
  } finally {
    await file.close();
  }
}
