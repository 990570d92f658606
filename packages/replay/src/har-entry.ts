import type { HarEntry } from "./har.ts";
import { harRequest } from "./har-request.ts";
import { failedResponse, harResponse } from "./har-response.ts";
import type { Redactor } from "./redactor.ts";

export interface EntryContext {
  readonly redactor: Redactor;
  readonly now: () => number;
  readonly pageref: string | undefined;
}

/** Reads both bodies. A request that fails, and a body that breaks off, make an entry without an answer. */
export async function harEntry(
  request: Request,
  answer: Promise<Response>,
  { redactor, now, pageref }: EntryContext,
): Promise<HarEntry> {
  const started = now();
  const [sent, response] = await Promise.all([
    harRequest(request, redactor),
    answer.then((value) => harResponse(value, redactor)).catch((error) => failedResponse(error, redactor)),
  ]);
  const time = now() - started;
  return {
    ...(pageref !== undefined && { pageref }),
    startedDateTime: new Date(started).toISOString(),
    time,
    request: sent,
    response,
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}
