import { expect } from "vitest";
import { toCall } from "./call.ts";
import type { CreateClient } from "./contract-client.ts";
import { atPointer } from "./json.ts";
import { recordedBody } from "./recorded-body.ts";
import type { Exchange } from "./recording.ts";
import type { Spec } from "./spec.ts";
import { createWire } from "./wire.ts";

/**
 * Walks the recorded pages from the first one, by record and by page: the same requests go out, the same records and
 * pages come out, and where the last answer is an error, that error.
 */
export async function replayWalk(
  spec: Spec,
  createClient: CreateClient,
  exchanges: readonly Exchange[],
): Promise<void> {
  const [first] = exchanges;
  if (first === undefined) return;
  const { match, params } = toCall([spec], first);
  const { path, pagination } = match.operation;
  const bodies = exchanges.filter((page) => !isError(page)).map(({ entry }) => recordedBody(entry).json);
  const records = bodies.map((body) => atPointer(body, pagination?.items ?? ""));
  const failure = exchanges.find(isError);

  const byRecord = createWire(spec, exchanges, createClient);
  const all = await collect(byRecord.client.paginate(path, { params }));
  byRecord.assertDone();
  checkError(all.error, failure);
  expect(all.values).toStrictEqual(records.flat());

  const byPage = createWire(spec, exchanges, createClient);
  const pages = await collect(byPage.client.paginate(path, { params }).pages());
  byPage.assertDone();
  checkError(pages.error, failure);
  expect(pages.values.map(({ body }) => body)).toStrictEqual(bodies);
  expect(pages.values.map(({ items }) => items)).toStrictEqual(records);
}

async function collect<T>(source: AsyncIterable<T>): Promise<{ values: T[]; error?: unknown }> {
  const values: T[] = [];
  try {
    for await (const value of source) values.push(value);
    return { values };
  } catch (error) {
    return { values, error };
  }
}

function isError({ entry }: Exchange): boolean {
  return entry.response.status >= 400;
}

function checkError(error: unknown, failure: Exchange | undefined): void {
  if (failure === undefined) {
    if (error !== undefined) throw error;
    return;
  }
  const causes = [error];
  for (let cause = error; cause instanceof Error && causes.length < 20; cause = cause.cause)
    causes.push(cause.cause);
  const { json } = recordedBody(failure.entry);
  const recorded = { status: failure.entry.response.status, ...(json !== undefined && { body: json }) };
  expect(causes, "the error or one of its causes has the recorded status and body").toContainEqual(
    expect.objectContaining(recorded),
  );
}
