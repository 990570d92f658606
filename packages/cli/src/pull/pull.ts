import { unwrap } from "@usagewire/client";
import type { CallParams, PullableClient } from "../apis/pullable-client.ts";
import { PullError } from "../errors/pull-error.ts";
import type { PullOperation } from "../operations/pull-operation.ts";

export interface PullRequest {
  readonly operation: PullOperation;
  readonly params: CallParams;
  readonly maxItems?: number | undefined;
  /** Where to go on; default: at the beginning. */
  readonly cursor?: string | undefined;
}

/** Takes over a page's records; the next page is asked for when it resolves, apart from one that is fetched ahead. */
export type TakeRecords = (records: readonly unknown[]) => Promise<void>;

export interface PullEnd {
  /** Set when `maxItems` ended the pull and the list goes on: where. */
  readonly truncatedAt: string | undefined;
}

/**
 * Hands on the records of an operation, page by page; one that is not paged has one page.
 *
 * @throws PullError with the position after the last page that `take` took, whatever failed.
 * @throws PaginationError with reason `cursor`, before anything is requested, when the cursor is not for this list.
 */
export async function pull(
  client: PullableClient,
  { operation, params, maxItems, cursor }: PullRequest,
  signal: AbortSignal,
  take: TakeRecords,
): Promise<PullEnd> {
  // Whoever interrupts a pipeline stops the reader, too: then it is not the broken pipe that needs telling.
  const stopped = (cause: unknown, at?: string) => new PullError(signal.aborted ? signal.reason : cause, at);

  if (!operation.paged) {
    try {
      await take(recordsIn(await unwrap(client.GET(operation.path, { params, signal }))));
      return { truncatedAt: undefined };
    } catch (cause) {
      throw stopped(cause);
    }
  }
  const pager = client.paginate(operation.path, { params, signal, limit: maxItems, cursor });
  let taken = cursor;
  try {
    for await (const page of pager.pages()) {
      await take(page.items);
      taken = page.cursor;
    }
  } catch (cause) {
    throw stopped(cause, taken);
  }
  return { truncatedAt: pager.truncated ? pager.cursor : undefined };
}

/** Of an answer that is no page: a list is its records, anything else is one itself. */
function recordsIn(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  return body === undefined ? [] : [body];
}
