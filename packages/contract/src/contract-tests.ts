import { didYouMean } from "@usagewire/pagination/internal";
import { describe, expect, test } from "vitest";
import { matchOperation } from "./call.ts";
import { checkRecording } from "./check-recording.ts";
import { missingCoverage } from "./coverage.ts";
import { equivalentRecordings } from "./equivalent-paths.ts";
import { type RecordedCall, type Recording, readRecordings } from "./recording.ts";
import { type CreateClient, replayCall, replayPages } from "./replay-client.ts";
import { type Operation, readSpec, type Spec } from "./spec.ts";

/** The recordings, and the APIs that they are recordings of. */
export interface ContractOptions {
  /** The folder with the recordings, `*.har`: a path relative to the working directory, or a `file:` URL. */
  readonly recordings: string | URL;
  /** The specs and the client of each. */
  readonly apis: readonly ContractApi[];
}

/** A spec and its client. */
export interface ContractApi {
  /** The OpenAPI 3 document: the path or `file:` URL of a YAML or JSON file, or the parsed document. */
  readonly spec: string | URL | object;
  /** Creates the client, with retries off: a recording has one response for each request. */
  readonly client: CreateClient;
  /**
   * Paths of the spec with the same parameters and records. The recordings of the first path also test the others,
   * with the path replaced in requests and bodies. Defaults to none.
   */
  readonly equivalentPaths?: readonly string[];
  /**
   * The operations that must be recorded, such as `GET /usage/{id}`. Set it if the client does not use the whole spec.
   * Defaults to all operations of the spec.
   */
  readonly operations?: readonly string[];
}

/**
 * Declares tests that hold clients to their recordings and specs. They prove that
 *
 * - the recordings match the specs, and have no fields or parameters that the specs do not describe;
 * - the clients send the recorded requests, and return the recorded bodies and records;
 * - every operation and every path and query parameter of the specs is recorded.
 *
 * Call it in a test file of Vitest, outside of a test.
 *
 * @throws Error if a spec or a recording cannot be read or is invalid, the folder has no recordings, or
 * `equivalentPaths` or `operations` names something that is not in the spec.
 *
 * @example
 * ```ts
 * import { contractTests } from "@usagewire/contract";
 *
 * declare const createAcme: (options: {
 *   apiKey: string;
 *   fetch: (request: Request) => Promise<Response>;
 * }) => object;
 *
 * contractTests({
 *   recordings: new URL("../fixtures/", import.meta.url),
 *   apis: [
 *     {
 *       spec: new URL("../acme.yaml", import.meta.url),
 *       client: ({ fetch }) => createAcme({ apiKey: "test", fetch }),
 *     },
 *   ],
 * });
 * ```
 */
export function contractTests({ recordings: folder, apis: options }: ContractOptions): void {
  const apis = options.map((api) => ({ ...api, spec: readSpec(api.spec) }));
  for (const { spec, operations = [] } of apis) checkOperations(spec, operations);
  const specs = apis.map(({ spec }) => spec);
  const recorded = readRecordings(folder);
  const recordings = [
    ...recorded,
    ...apis.flatMap(({ spec, equivalentPaths }) => equivalentRecordings(spec, recorded, equivalentPaths)),
  ];

  for (const recording of recordings) {
    describe(recording.file, () => {
      test("matches the specs", () => {
        expect(checkRecording(specs, recording), "differences").toEqual([]);
      });
      for (const call of recording.calls) {
        const api = apis.find(({ spec }) => spec === specOf(specs, call));
        // If there is none, the test above reports it.
        if (api !== undefined) declareReplays(api.spec, api.client, recording, call);
      }
    });
  }

  test("every operation and parameter is recorded", () => {
    const isRequired = (spec: Spec, { key }: Operation) =>
      apis.find((api) => api.spec === spec)?.operations?.includes(key) ?? true;
    expect(missingCoverage(specs, recordings, isRequired), "missing").toEqual([]);
  });
}

function checkOperations(spec: Spec, operations: readonly string[]): void {
  const known = spec.operations.map(({ key }) => key);
  for (const operation of operations.filter((key) => !known.includes(key))) {
    const nearest = didYouMean(operation, known);
    const advice = nearest === undefined ? 'name it as "GET /path/{id}"' : `did you mean "${nearest}"?`;
    throw new Error(`operations: "${operation}" is not an operation of ${spec.name}; ${advice}`);
  }
}

function declareReplays(
  spec: Spec,
  client: CreateClient,
  { origin }: Recording,
  { title, paginated, exchanges }: RecordedCall,
): void {
  for (const [index, exchange] of exchanges.entries()) {
    const name = paginated ? `replays page ${index + 1} of: ${title}` : `replays ${title}`;
    test(name, () => replayCall(spec, client, exchange));
  }
  // The links in published examples lead nowhere.
  if (paginated && origin !== "documented") {
    test(`paginates: ${title}`, () => replayPages(spec, client, exchanges));
  }
}

function specOf(specs: readonly Spec[], { exchanges: [first] }: RecordedCall): Spec | undefined {
  if (first === undefined) return undefined;
  const { method, url } = first.entry.request;
  return matchOperation(specs, method, new URL(url))?.spec;
}
