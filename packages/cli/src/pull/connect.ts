import type { PullableApi } from "../apis/pullable-api.ts";
import type { PullableClient } from "../apis/pullable-client.ts";
import { UsageError } from "../errors/usage-error.ts";
import { VERSION } from "../version.ts";
import type { Backend } from "./backend.ts";
import { countRequests, type RequestCounter } from "./count-requests.ts";

export interface Connection {
  readonly client: PullableClient;
  readonly counter: RequestCounter;
}

/**
 * A client of the API that counts what it sends.
 *
 * @throws UsageError when credentials are missing or the base URL is none.
 */
export function connect(api: PullableApi, { env, baseUrl }: Pick<Backend, "env" | "baseUrl">): Connection {
  const counter = countRequests();
  try {
    const client = api.connect({
      env,
      baseUrl: baseUrl(api),
      fetch: counter.fetch,
      userAgent: `usagewire-cli/${VERSION}`,
    });
    return { client, counter };
  } catch (error) {
    // The client refuses a bad base URL so.
    if (error instanceof TypeError) throw new UsageError(error.message.replace(/^baseUrl/, "--base-url"));
    throw error;
  }
}
