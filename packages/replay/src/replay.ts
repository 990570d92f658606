import type { Candidate } from "./candidate.ts";
import { type Difference, differences } from "./differences.ts";
import type { Har, HarEntry } from "./har.ts";
import { parseHar } from "./parse-har.ts";
import { recordedRequest, sentRequest } from "./recorded-request.ts";
import { ReplayMismatchError } from "./replay-mismatch-error.ts";
import { ReplayUnusedError } from "./replay-unused-error.ts";
import { toResponse } from "./to-response.ts";

/** What must be equal for an entry to answer a request, beside method, path and query. */
export interface ReplayOptions {
  /** Compares scheme, host and port too. Default `false`: clients are often pointed elsewhere in tests. */
  matchOrigin?: boolean;
  /** Compares bodies too: JSON by value, anything else by its text. Default `true`. */
  matchBody?: boolean;
  /** Query parameters that are not compared, as nonces and timestamps. Default none. */
  ignoreQuery?: readonly string[];
  /**
   * Lets an entry answer any number of times: identical requests get the recorded answers in order, and the
   * last one from then on. Default `false`: each entry answers once.
   */
  reuse?: boolean;
}

/** A `fetch` that answers from a recording. */
export interface ReplayFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** The entries that have not answered yet, in recorded order. */
  readonly unused: readonly HarEntry[];
  /**
   * @throws ReplayMismatchError the first one, when a request found no entry, also where a client swallowed it.
   * @throws ReplayUnusedError when entries have not answered.
   */
  assertDone(): void;
}

/**
 * A `fetch` that answers from the entries of a HAR and never from the network. A request is answered by the
 * first unused entry with the same method, path and query (names in any order, values of one name in order,
 * compared decoded); a part recorded as `REDACTED` equals anything.
 *
 * The promise rejects with `ReplayMismatchError` when no entry matches; its message shows what differs from the
 * nearest one. An entry without an answer (status 0) rejects with a `TypeError`, as `fetch` does.
 *
 * @param har parsed, or its JSON text.
 * @throws HarError at once when the HAR is malformed.
 */
export function replay(har: Har | string | object, options: ReplayOptions = {}): ReplayFetch {
  const candidates: Candidate[] = parseHar(har).log.entries.map((entry, index) => ({
    index,
    entry,
    request: recordedRequest(entry.request),
    used: false,
  }));
  const mismatches: ReplayMismatchError[] = [];

  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    const sent = await sentRequest(request);
    const compare = (candidate: Candidate): readonly Difference[] =>
      differences(sent, candidate.request, options);
    const same = candidates.filter((candidate) => compare(candidate).length === 0);
    const match = same.find(({ used }) => !used) ?? (options.reuse ? same.at(-1) : undefined);
    if (match === undefined) {
      const mismatch = new ReplayMismatchError(sent, candidates, compare);
      mismatches.push(mismatch);
      throw mismatch;
    }
    match.used = true;
    return toResponse(match, request.url);
  };

  const unused = () => candidates.filter(({ used }) => !used);
  const assertDone = () => {
    const [mismatch] = mismatches;
    if (mismatch !== undefined) throw mismatch;
    if (unused().length > 0) throw new ReplayUnusedError(unused(), candidates.length);
  };
  return Object.defineProperty(Object.assign(answer, { assertDone, unused: [] }), "unused", {
    get: () => unused().map(({ entry }) => entry),
  });
}
