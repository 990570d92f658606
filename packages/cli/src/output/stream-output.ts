import { OutputError } from "../errors/output-error.ts";
import type { Terminal } from "../host.ts";
import type { Output } from "./output.ts";

/** Standard output. */
export const streamOutput = (stream: Terminal): Output => ({
  name: "standard output",
  write: (text) => writeTo(stream, text),
  finish: async () => {},
  release: async () => {},
});

/**
 * Writes to a stream and waits until it has handed the text on.
 *
 * @throws OutputError
 */
export const writeTo = (stream: Terminal, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(new OutputError("standard output", error));
      else resolve();
    });
  });
