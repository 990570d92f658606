import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The columns of a CSV file, from its first line; undefined when it is empty. */
export async function csvHeader(path: string): Promise<string[] | undefined> {
  const stream = createReadStream(path, "utf8");
  try {
    for await (const line of createInterface({ input: stream })) return cells(line);
    return undefined;
  } finally {
    stream.destroy();
  }
}

// With a comma behind the last cell, too, each ends in one, and an empty cell is a cell.
const cells = (line: string): string[] =>
  [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
