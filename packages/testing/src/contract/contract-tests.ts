import { describe, expect, test } from "vitest";
import { recordingsAs } from "./alike.ts";
import { checkRecording } from "./check-recording.ts";
import type { CreateClient } from "./contract-client.ts";
import { missingCoverage } from "./coverage.ts";
import { matchOperation } from "./match-operation.ts";
import { type RecordedCall, type Recording, readRecordings } from "./recording.ts";
import { replayGet } from "./replay-get.ts";
import { replayWalk } from "./replay-walk.ts";
import { readSpec, type Spec } from "./spec.ts";

export interface ContractOptions {
  /** The folder of recordings, `*.har`. */
  readonly fixtures: URL;
  /** The specs whose operations are recorded there, and the clients of each. */
  readonly apis: readonly ContractApi[];
}

export interface ContractApi {
  /** The OpenAPI document, YAML or JSON. */
  readonly spec: URL;
  /** Retries must be off: a replay answers each request once. */
  readonly client: CreateClient;
  /** Paths that share their parameters and records: what was recorded of the first is proved for each of them. */
  readonly alike?: readonly string[];
}

/**
 * Declares the tests that hold clients to recordings: the recordings are as the specs describe them, nothing in them
 * undescribed; the clients put the recorded requests on the wire and give the records out as they were sent; every
 * operation and parameter of the specs is recorded.
 */
export function contractTests({ fixtures, apis }: ContractOptions): void {
  const described = apis.map((api) => ({ ...api, spec: readSpec(api.spec) }));
  const specs = described.map(({ spec }) => spec);
  const read = readRecordings(fixtures);
  const recordings = [
    ...read,
    ...described.flatMap(({ spec, alike: [first, ...others] = [] }) =>
      first === undefined ? [] : others.flatMap((other) => recordingsAs(spec, read, first, other)),
    ),
  ];

  describe.each(recordings.map((recording) => [recording.file, recording] as const))("%s", (_, recording) => {
    test("is as the specs describe it", () => {
      expect(checkRecording(specs, recording), "problems").toEqual([]);
    });
    for (const call of recording.calls) {
      const api = described.find(({ spec }) => isCallOf(spec, call));
      // Reported as a problem of the recording.
      if (api !== undefined) declareReplays(api.spec, api.client, recording, call);
    }
  });

  test("every operation and parameter is recorded", () => {
    expect(missingCoverage(specs, recordings), "not recorded").toEqual([]);
  });
}

function declareReplays(
  spec: Spec,
  client: CreateClient,
  { provenance }: Recording,
  call: RecordedCall,
): void {
  const { title, walk, exchanges } = call;
  for (const [index, exchange] of exchanges.entries()) {
    const name = walk ? `GET replays page ${index + 1} of: ${title}` : `GET replays ${title}`;
    test(name, () => replayGet(spec, client, exchange));
  }
  // The links in documented examples lead nowhere.
  if (walk && provenance !== "documented") {
    test(`paginate replays: ${title}`, () => replayWalk(spec, client, exchanges));
  }
}

function isCallOf(spec: Spec, { exchanges: [first] }: RecordedCall): boolean {
  if (first === undefined) return false;
  const { method, url } = first.entry.request;
  return matchOperation([spec], method, new URL(url)) !== undefined;
}
