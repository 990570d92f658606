import type { PullableApi } from "../apis/pullable-api.ts";
import type { Environment } from "../host.ts";

/** What answers a pull. */
export interface Backend {
  /** With the credentials. */
  readonly env: Environment;
  /** Undefined: the API's own address. */
  readonly baseUrl: (api: PullableApi) => string | undefined;
  /** What the providers take for the present. */
  readonly now: Date;
  /** What there is to ask for that nobody can guess. */
  readonly known: { readonly simId?: string | undefined; readonly tagId?: string | undefined };
  close(): Promise<void>;
}

/** The providers themselves. */
export const providers = (env: Environment, baseUrl: string | undefined): Backend => ({
  env,
  baseUrl: () => baseUrl,
  now: new Date(),
  known: {},
  close: async () => {},
});
