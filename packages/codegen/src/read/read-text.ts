import { readFile } from "node:fs/promises";

const reasons: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder, not a file",
  EACCES: "this file may not be read",
};

/** Reads a text file, or says why it cannot be read. */
export async function readText(
  path: string,
): Promise<{ readonly text: string } | { readonly unreadable: string }> {
  try {
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { unreadable: reasons[code] ?? `this file cannot be read (${code || error})` };
  }
}
