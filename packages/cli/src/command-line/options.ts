import { Option } from "commander";
import { UsageError } from "../errors/usage-error.ts";
import { FORMATS } from "../formats/format.ts";

/** Heading of what does not go to the API. */
export const OWN_OPTIONS = "Options:";

export const emulatorOption = (): Option =>
  new Option("--emulator", "Pull from emulated providers, started for the purpose. Needs no credentials.");

/** @param standing what holds when it is left out, for the help */
export const formatOption = (standing: string): Option =>
  new Option(`--format <${FORMATS.join("|")}>`, `How records are written. Default: ${standing}.`).argParser(
    (text) => {
      const format = FORMATS.find((name) => name === text);
      if (format !== undefined) return format;
      throw new UsageError(`--format: "${text}" is not accepted; give one of ${FORMATS.join(", ")}`);
    },
  );

export const listOptions = (): Option[] => [
  new Option("--max-items <number>", "Stop after this many records. Default: all there are.").argParser(
    (text) => {
      const count = Number(text);
      if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
      throw new UsageError(`--max-items: "${text}" is not accepted; give a whole number of at least 0`);
    },
  ),
  new Option("--cursor <text>", "Go on where an earlier pull with the same flags stopped and printed this."),
];

export const outputOptions = (): Option[] => [
  formatOption("by the name of --output, else a table on a terminal and ndjson in a pipe"),
  new Option(
    "--output <file>",
    "Write to a file, which must not exist yet; with --cursor, it is gone on with.",
  ),
  new Option("--force", "Let --output replace a file."),
  new Option("--base-url <url>", "Where the API is served. Default: its own address."),
  emulatorOption(),
];
