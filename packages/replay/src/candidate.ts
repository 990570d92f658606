import type { HarEntry } from "./har.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** An entry, what it answers, and whether it has. */
export interface Candidate {
  readonly index: number;
  readonly entry: HarEntry;
  readonly request: RecordedRequest;
  used: boolean;
}
