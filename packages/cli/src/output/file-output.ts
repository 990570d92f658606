import { type FileHandle, open } from "node:fs/promises";
import { OutputError } from "../errors/output-error.ts";
import type { FileMode } from "./check-file.ts";
import type { Output } from "./output.ts";

const FLAGS: Readonly<Record<FileMode, string>> = { create: "wx", replace: "w", append: "a" };

/**
 * A file that holds whole pages of whole lines at any time: it is opened when there is something to write, so that a
 * pull which fails at once leaves it alone, and a page that the disk has no room for is taken back.
 */
export function fileOutput(path: string, mode: FileMode): Output {
  let file: FileHandle | undefined;
  let whole = 0;

  const opened = async (): Promise<FileHandle> => {
    if (file === undefined) {
      file = await open(path, FLAGS[mode]);
      whole = (await file.stat()).size;
    }
    return file;
  };
  const append = async (text: string): Promise<void> => {
    const target = await opened();
    try {
      await target.writeFile(text);
    } catch (error) {
      // What cannot be truncated either, a device, has nothing to be cleaned; the first failure is the one to tell.
      await target.truncate(whole).catch(() => {});
      throw error;
    }
    whole += Buffer.byteLength(text);
  };
  const telling = <T>(result: Promise<T>): Promise<T> =>
    result.catch((error: unknown) => {
      throw new OutputError(path, error);
    });
  const release = async (): Promise<void> => {
    await file?.close();
    file = undefined;
  };
  return {
    name: path,
    write: (text) => telling(append(text)),
    finish: async () => {
      await telling(opened());
      await telling(release());
    },
    release,
  };
}
