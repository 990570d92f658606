import type { Fetch } from "@usagewire/replay";

/** What a client is called with: paths and parameters are known only when a recording has been read. */
export interface ContractClient {
  GET(
    path: string,
    init: { params: CallParams },
  ): Promise<{ data?: unknown; error?: unknown; response: Response }>;
  paginate(path: string, init: { params: CallParams }): ContractPager;
}

export interface ContractPager extends AsyncIterable<unknown> {
  pages(): AsyncIterable<{ readonly items: readonly unknown[]; readonly body: unknown }>;
}

interface CallParams {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Makes the client that is tested. */
export type CreateClient = (wire: {
  /** Answers from the recording. */
  readonly fetch: Fetch;
  /** How the recorded request was authorised: `basic`, `bearer`, …; `""` for a bare key. */
  readonly scheme: string;
}) => object;
