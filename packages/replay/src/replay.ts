import { type Candidate, type Difference, differences, sentRequest, toCandidate } from "./compare.ts";
import { ReplayMismatchError, ReplayUnusedError } from "./errors.ts";
import type { Har, HarEntry } from "./har.ts";
import { parseHar } from "./parse-har.ts";
import { toResponse } from "./to-response.ts";

/** How requests are matched with the entries of a recording. */
export interface ReplayOptions {
  /** Also compare scheme, host and port. Defaults to `false`, because tests often use another host. */
  matchOrigin?: boolean;
  /** Also compare bodies: JSON by value, other bodies as text. Defaults to `true`. */
  matchBody?: boolean;
  /** Query parameters to ignore, such as nonces and timestamps. Defaults to none. */
  ignoreQuery?: readonly string[];
  /**
   * Use entries repeatedly: identical requests get the recorded responses in order, and then the last one again.
   * Defaults to `false`: each entry is used once.
   */
  reuse?: boolean;
}

/** A `fetch` that responds from a recording. */
export interface ReplayFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** The entries that were not used yet, in recorded order. */
  readonly unused: readonly HarEntry[];
  /**
   * Checks that every request matched and every entry was used.
   *
   * @throws ReplayMismatchError the first mismatch, even if the client ignored it.
   * @throws ReplayUnusedError if entries were not used.
   */
  assertDone(): void;
}

/**
 * Creates a `fetch` that responds from the entries of a HAR. It never uses the network.
 *
 * A request matches an entry with the same method, path and query: parameters in any order, the values of one
 * parameter in the recorded order, everything compared decoded. A part recorded as `REDACTED` matches any text. The
 * first unused entry that matches gives the response.
 *
 * The returned function rejects with a `ReplayMismatchError` if no entry matches. If the recorded status is 0, it
 * rejects with a `TypeError`, as `fetch` does if the connection fails.
 *
 * @param har The HAR, parsed or as JSON text.
 * @throws HarError if the HAR is invalid.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { replay } from "@usagewire/replay";
 *
 * const fetch = replay(readFileSync("fixtures/usage.har", "utf8"), { ignoreQuery: ["nonce"] });
 * const response = await fetch("https://api.example.com/usage?limit=2&nonce=7");
 * console.log(await response.json());
 * fetch.assertDone();
 * ```
 */
export function replay(har: Har | string | object, options: ReplayOptions = {}): ReplayFetch {
  const candidates = parseHar(har).log.entries.map(toCandidate);
  const mismatches: ReplayMismatchError[] = [];

  const respond = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    const sent = await sentRequest(request);
    const compare = (candidate: Candidate): readonly Difference[] =>
      differences(sent, candidate.request, options);
    const matching = candidates.filter((candidate) => compare(candidate).length === 0);
    const match = matching.find(({ used }) => !used) ?? (options.reuse ? matching.at(-1) : undefined);
    if (match === undefined) {
      const mismatch = new ReplayMismatchError(sent, candidates, compare);
      mismatches.push(mismatch);
      throw mismatch;
    }
    match.used = true;
    return toResponse(match.entry, match.index, request.url);
  };

  const unused = () => candidates.filter(({ used }) => !used);
  const assertDone = () => {
    const [mismatch] = mismatches;
    if (mismatch !== undefined) throw mismatch;
    if (unused().length > 0) throw new ReplayUnusedError(unused(), candidates.length);
  };
  return Object.defineProperty(Object.assign(respond, { assertDone, unused: [] }), "unused", {
    get: () => unused().map(({ entry }) => entry),
  });
}
