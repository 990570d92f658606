import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The first line of a file; undefined when it is empty. */
export async function firstLine(path: string): Promise<string | undefined> {
  const stream = createReadStream(path, "utf8");
  try {
    for await (const line of createInterface({ input: stream })) return line;
    return undefined;
  } finally {
    stream.destroy();
  }
}
