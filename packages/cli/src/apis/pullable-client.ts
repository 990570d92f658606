import type { Pager } from "@usagewire/client";

/** The parameters of a call, by their names in the spec. */
export interface CallParams {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

export interface CallInit {
  readonly params: CallParams;
  readonly signal: AbortSignal;
}

/** What a list takes beside its parameters, as the clients' `paginate` documents it. */
export interface ListInit extends CallInit {
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

export type CallResult =
  | { data: unknown; error?: never; response: Response }
  | { data?: never; error: unknown; response: Response };

/**
 * A generated client without its types, which want each path as a literal: here the path is chosen at run time, from
 * the same operation table that the types were made with. Clients are cast to it where they are made, nowhere else.
 */
export interface PullableClient {
  GET(path: string, init: CallInit): Promise<CallResult>;
  paginate(path: string, init: ListInit): Pager<unknown, unknown>;
}
