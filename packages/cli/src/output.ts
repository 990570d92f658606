import { createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { createInterface } from "node:readline";
import { OutputError, UsageError } from "./errors.ts";
import { csv, csvHeader } from "./formats/csv.ts";
import { type Format, type FormatName, ndjson } from "./formats/format.ts";
import { table } from "./formats/table.ts";
import type { Host, Terminal } from "./host.ts";
import type { OptionValues } from "./options.ts";

/** Writes records to the output of a command, a page at a time. */
export interface RecordWriter {
  /** For messages: the path of the file, or "standard output". */
  readonly name: string;
  /** Resolves when the output has accepted the records, so that a pull is no faster than its reader. */
  readonly write: WriteRecords;
  /** Completes the output of a list that was read to its end. */
  finish(): Promise<void>;
  /** Closes the output, which keeps the records written so far. */
  close(): Promise<void>;
}

export type WriteRecords = (records: readonly unknown[]) => Promise<void>;

/**
 * Opens the output that `--output`, `--force` and `--cursor` select, in the format that `--format` selects.
 *
 * @param fields documented fields of the records, which are the first columns
 * @param note tells the user what the format leaves out
 * @throws UsageError if the file cannot be written, or would be overwritten
 */
export async function openRecordWriter(
  options: OptionValues,
  fields: readonly string[],
  { stdout }: Pick<Host, "stdout">,
  note: (text: string) => void,
): Promise<RecordWriter> {
  const { output: path } = options;
  const name = options.format ?? defaultFormat(path, stdout);
  const { output, columns } =
    path === undefined
      ? { output: streamOutput(stdout), columns: undefined }
      : await openFile(path, name, options);
  const format = await createFormat(name, {
    fields,
    columns,
    terminal: path === undefined && stdout.isTTY === true ? stdout : undefined,
    note,
  });
  let empty = true;
  return {
    name: output.name,
    write: async (records) => {
      if (records.length === 0) return;
      empty = false;
      await output.write(format.page(records));
    },
    finish: async () => {
      if (empty) await output.write(format.empty());
      await output.finish();
    },
    close: () => output.close(),
  };
}

function defaultFormat(path: string | undefined, { isTTY }: Terminal): FormatName {
  if (path === undefined) return isTTY === true ? "table" : "ndjson";
  return extname(path).toLowerCase() === ".csv" ? "csv" : "ndjson";
}

interface FormatOptions {
  readonly fields: readonly string[];
  /** The columns of the CSV file to append to. */
  readonly columns: readonly string[] | undefined;
  /** The terminal that shows a table, if there is one. */
  readonly terminal: Terminal | undefined;
  readonly note: (text: string) => void;
}

async function createFormat(
  name: FormatName,
  { fields, columns, terminal, note }: FormatOptions,
): Promise<Format> {
  switch (name) {
    case "ndjson":
      return ndjson();
    case "csv":
      return csv({
        fields,
        columns,
        onLateField: (field) =>
          note(
            `field ${field} first appeared after the header was written and is left out; --format ndjson includes it`,
          ),
      });
    case "table":
      return table({
        fields,
        width: terminal?.columns || undefined,
        onHidden: (names) =>
          note(`columns left out of the table: ${names.join(", ")}; --format csv or ndjson includes them`),
      });
  }
}

/** Where the text of a {@link RecordWriter} goes. */
interface Output extends Pick<RecordWriter, "name" | "finish" | "close"> {
  write(text: string): Promise<void>;
}

const streamOutput = (stream: Terminal): Output => ({
  name: "standard output",
  write: (text) => writeText(stream, text),
  finish: async () => {},
  close: async () => {},
});

/**
 * Writes to a stream and waits until the stream has passed the text on.
 *
 * @throws OutputError if it cannot
 */
export const writeText = (stream: Terminal, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(new OutputError("standard output", error));
      else resolve();
    });
  });

async function openFile(path: string, format: FormatName, options: OptionValues) {
  const mode = await fileMode(path, options);
  const line = mode === "append" ? await firstLine(path) : undefined;
  if (line !== undefined && line.startsWith("{") !== (format === "ndjson")) {
    const content = line.startsWith("{") ? "contains" : "does not contain";
    throw outputUsageError(`${path} ${content} NDJSON, so ${format} records cannot be appended`);
  }
  const columns = line !== undefined && format === "csv" ? csvHeader(line) : undefined;
  return { output: fileOutput(path, mode), columns };
}

type FileMode = "create" | "overwrite" | "append";

/** How to write a file without losing what it contains. Does not create or change it yet. */
async function fileMode(path: string, { force, cursor }: OptionValues): Promise<FileMode> {
  const found = await statOf(path);
  if (found === undefined) {
    if ((await statOf(dirname(path)))?.isDirectory() === true) return "create";
    throw outputUsageError(`the directory of ${path} does not exist`);
  }
  if (found.isDirectory()) throw outputUsageError(`${path} is a directory`);
  // Devices and pipes have no contents to lose.
  if (!found.isFile() || force === true) return "overwrite";
  if (cursor === undefined) {
    throw outputUsageError(`${path} already exists; use --force to overwrite it, or --cursor to append`);
  }
  if (!(await endsWithNewline(path, found.size))) {
    throw outputUsageError(`${path} does not end with a newline, so nothing can be appended`);
  }
  return "append";
}

const outputUsageError = (message: string) => new UsageError(`--output: ${message}`);

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw outputUsageError(error instanceof Error ? error.message : String(error));
  }
}

async function endsWithNewline(path: string, size: number): Promise<boolean> {
  if (size === 0) return true;
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() === "\n";
  } finally {
    await file.close();
  }
}

/** `undefined` if the file is empty. */
async function firstLine(path: string): Promise<string | undefined> {
  const stream = createReadStream(path, "utf8");
  try {
    for await (const line of createInterface({ input: stream })) return line;
    return undefined;
  } finally {
    stream.destroy();
  }
}

const OPEN_FLAGS: Readonly<Record<FileMode, string>> = { create: "wx", overwrite: "w", append: "a" };

/**
 * A file that contains only whole pages at any time: a page that the disk has no room for is removed again. The file is
 * opened at the first write, so that a pull that fails before leaves it unchanged.
 */
function fileOutput(path: string, mode: FileMode): Output {
  let file: FileHandle | undefined;
  /** Length of the whole pages, in bytes. */
  let length = 0;

  const opened = async (): Promise<FileHandle> => {
    if (file === undefined) {
      file = await open(path, OPEN_FLAGS[mode]);
      length = (await file.stat()).size;
    }
    return file;
  };
  const append = async (text: string): Promise<void> => {
    const target = await opened();
    try {
      await target.writeFile(text);
    } catch (error) {
      // A device cannot be truncated, but has nothing to remove either. The first error is the one to report.
      await target.truncate(length).catch(() => {});
      throw error;
    }
    length += Buffer.byteLength(text);
  };
  const close = async (): Promise<void> => {
    await file?.close();
    file = undefined;
  };
  const reportErrors = <T>(result: Promise<T>): Promise<T> =>
    result.catch((error: unknown) => {
      throw new OutputError(path, error);
    });
  return {
    name: path,
    write: (text) => reportErrors(append(text)),
    finish: async () => {
      // A list without records still creates its file.
      await reportErrors(opened());
      await reportErrors(close());
    },
    close,
  };
}
