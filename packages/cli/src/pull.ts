import { unwrap } from "@usagewire/client";
import type { CallParams, UntypedClient } from "./apis.ts";
import { connect, openBackend } from "./backend.ts";
import type { PullCommand } from "./command-line.ts";
import { EXIT, PullError } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Operation } from "./operations.ts";
import { openRecordWriter, type WriteRecords } from "./output.ts";
import { countRecords, plural, startProgress } from "./progress.ts";

/** Runs `usagewire pull <api> <operation>`: writes the records of the operation to the output. */
export async function runPull(command: PullCommand, host: Host): Promise<number> {
  const { api, operation, params, options } = command;
  const note = (text: string) => host.stderr.write(`usagewire: ${text}\n`);
  const backend = await openBackend(options, host.env);
  try {
    const { client } = connect(api, backend);
    // The fields are documented for lists only.
    const writer = await openRecordWriter(options, operation.paged ? api.fields : [], host, note);
    // Records on standard output show the progress themselves.
    const progress = await startProgress(options.output === undefined ? undefined : host.stderr, 1);
    const { write, counts } = countRecords(writer.write, (read) => progress.show(0, operation.name, read));
    try {
      const request = { operation, params, limit: options.maxItems, cursor: options.cursor };
      const { nextCursor } = await pull(client, request, host.signal, write).finally(progress.stop);
      await writer.finish();
      const { records } = counts();
      if (options.output !== undefined) note(`${plural(records, "record")} written to ${writer.name}`);
      else if (records === 0 && host.stdout.isTTY === true) note("no records");
      if (nextCursor !== undefined) note(`more records are available; resume with --cursor ${nextCursor}`);
      return EXIT.done;
    } finally {
      await writer.close();
    }
  } finally {
    await backend.close();
  }
}

export interface PullRequest {
  readonly operation: Operation;
  readonly params: CallParams;
  /** Maximum number of records. Defaults to all. */
  readonly limit?: number | undefined;
  /** Resumes an earlier pull. Defaults to the start of the list. */
  readonly cursor?: string | undefined;
}

export interface PullResult {
  /** The position after the last record, if `limit` left records out. */
  readonly nextCursor: string | undefined;
}

/**
 * Reads the records of an operation page by page. While `write` is pending, at most one further page is requested.
 *
 * @throws PullError with the position after the last page that was written
 * @throws PaginationError with the reason `cursor`, before any request, if the cursor is not one for this list
 */
export async function pull(
  client: UntypedClient,
  { operation, params, limit, cursor }: PullRequest,
  signal: AbortSignal,
  write: WriteRecords,
): Promise<PullResult> {
  // Ctrl-C also stops the reader of a pipe. The interrupt is then what to report, not the closed pipe.
  const stopped = (cause: unknown, at?: string) => new PullError(signal.aborted ? signal.reason : cause, at);

  if (!operation.paged) {
    try {
      await write(recordsOf(await unwrap(client.GET(operation.path, { params, signal }))));
      return { nextCursor: undefined };
    } catch (cause) {
      throw stopped(cause);
    }
  }
  const pager = client.paginate(operation.path, { params, signal, limit, cursor });
  let written = cursor;
  try {
    for await (const page of pager.pages()) {
      await write(page.items);
      written = page.cursor;
    }
  } catch (cause) {
    throw stopped(cause, written);
  }
  return { nextCursor: pager.truncated ? pager.cursor : undefined };
}

/** The records of a response that is not a page: the elements of an array, or else the body. */
function recordsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  return body === undefined ? [] : [body];
}
