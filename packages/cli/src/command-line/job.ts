import type { PullableApi } from "../apis/pullable-api.ts";
import type { CallParams } from "../apis/pullable-client.ts";
import type { FormatName } from "../formats/format.ts";
import type { PullOperation } from "../operations/pull-operation.ts";

/** What a command line asks for. */
export type Job = PullJob | PullAllJob;

export interface PullJob {
  readonly kind: "pull";
  readonly api: PullableApi;
  readonly operation: PullOperation;
  readonly params: CallParams;
  readonly maxItems: number | undefined;
  readonly cursor: string | undefined;
  /** Undefined: whatever suits the output. */
  readonly format: FormatName | undefined;
  /** A file's path; undefined: standard output. */
  readonly output: string | undefined;
  readonly force: boolean;
  readonly baseUrl: string | undefined;
  readonly emulator: boolean;
}

export interface PullAllJob {
  readonly kind: "pull-all";
  readonly emulator: boolean;
  readonly format: FormatName | undefined;
  readonly simId: string | undefined;
  readonly tagId: string | undefined;
}
