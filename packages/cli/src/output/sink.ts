import { extname } from "node:path";
import type { PullJob } from "../command-line/job.ts";
import { UsageError } from "../errors/usage-error.ts";
import { createFormat } from "../formats/create-format.ts";
import type { FormatName } from "../formats/format.ts";
import type { Host } from "../host.ts";
import type { TakeRecords } from "../pull/pull.ts";
import { checkFile } from "./check-file.ts";
import { csvHeader } from "./csv-header.ts";
import { fileOutput } from "./file-output.ts";
import { firstLine } from "./first-line.ts";
import type { Output } from "./output.ts";
import { streamOutput } from "./stream-output.ts";

/** Takes records in, writes them out. */
export interface Sink extends Pick<Output, "name" | "finish" | "release"> {
  readonly take: TakeRecords;
}

/**
 * The output of a pull in its format.
 *
 * @param note tells the user what the format cannot show
 * @throws UsageError when a file may not be written
 */
export async function openSink(job: PullJob, host: Host, note: (text: string) => void): Promise<Sink> {
  const name = job.format ?? defaultFormat(job.output, host);
  const { output, columns } =
    job.output === undefined
      ? { output: streamOutput(host.stdout), columns: undefined }
      : await openFile(job.output, name, job);
  const format = createFormat(name, {
    // The documented fields are those of lists; nothing is known of a single answer.
    fields: job.operation.paged ? job.api.fields : [],
    columns,
    terminal: job.output === undefined && host.stdout.isTTY === true ? host.stdout : undefined,
    note,
  });
  let empty = true;
  return {
    name: output.name,
    take: async (records) => {
      if (records.length === 0) return;
      empty = false;
      await output.write(format.page(records));
    },
    finish: async () => {
      if (empty) await output.write(format.empty());
      await output.finish();
    },
    release: () => output.release(),
  };
}

function defaultFormat(path: string | undefined, { stdout }: Host): FormatName {
  if (path === undefined) return stdout.isTTY === true ? "table" : "ndjson";
  return extname(path).toLowerCase() === ".csv" ? "csv" : "ndjson";
}

async function openFile(path: string, format: FormatName, { force, cursor }: PullJob) {
  const mode = await checkFile({ path, force, resumed: cursor !== undefined });
  const line = mode === "append" ? await firstLine(path) : undefined;
  if (line !== undefined && line.startsWith("{") !== (format === "ndjson")) {
    const held = line.startsWith("{") ? "NDJSON" : "no NDJSON";
    throw new UsageError(`--output: ${path} holds ${held}, so that records as ${format} cannot follow`);
  }
  const columns = line !== undefined && format === "csv" ? csvHeader(line) : undefined;
  return { output: fileOutput(path, mode), columns };
}
