import { callOf } from "../call.ts";
import type { Wire } from "../fetch.ts";
import { readData } from "../response/read-data.ts";
import { readError } from "../response/read-error.ts";

/** Reads and parses the body within the attempt, so that one that is cut, stalls or breaks off is tried again. */
export const readBody: Wire = (next) => async (request) => {
  const call = callOf(request);
  const { signal } = call.abort;
  call.bytes = undefined;
  const response = await next(request);
  const count = (bytes: number) => {
    if (!signal.aborted) call.bytes = bytes;
  };
  const body = await (response.ok ? readData(response, request, call, count) : readError(response, count));
  // An attempt whose time was up may still come in, and must not take the place of the next.
  if (!signal.aborted) call.body = body;
  return response;
};
