import type { Fetch } from "@usagewire/client";
import type { ApiDefinition, UntypedClient } from "./apis.ts";
import { UsageError } from "./errors.ts";
import type { Environment } from "./host.ts";
import type { OptionValues } from "./options.ts";
import { VERSION } from "./version.ts";

/** What a command pulls from: the real APIs or emulators. */
export interface Backend {
  /** Holds the credentials. */
  readonly env: Environment;
  /** `undefined` means the API's own URL. */
  readonly baseUrl: (api: ApiDefinition) => string | undefined;
  /** The current time at the provider. */
  readonly now: Date;
  /** IDs for `pull --all`; only those of an emulator are known. */
  readonly sampleIds: { readonly simId?: string | undefined; readonly tagId?: string | undefined };
  close(): Promise<void>;
}

/** Opens the backend that `--emulator` and `--base-url` select. */
export async function openBackend(options: OptionValues, env: Environment): Promise<Backend> {
  if (options.emulator === true) return openEmulator(options.emulatorNow);
  return {
    env,
    baseUrl: () => options.baseUrl,
    now: new Date(),
    sampleIds: {},
    close: async () => {},
  };
}

/** A fixed default, so that the examples in the README print the same records on any day. */
async function openEmulator(now = new Date("2025-06-15T12:00:00Z")): Promise<Backend> {
  // Loaded on first use: it has a web server, and pulls from the real APIs do not need it.
  const { startEmulator } = await import("@usagewire/emulator");
  const emulator = await startEmulator({ now });
  const { twilio, onomondo } = emulator.credentials;
  return {
    env: {
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      ONOMONDO_API_KEY: onomondo.apiKey,
    },
    baseUrl: (api) => api.emulatorUrl(emulator),
    now,
    sampleIds: { simId: emulator.onomondo.sim(0).id, tagId: emulator.onomondo.tagIds[0] },
    close: () => emulator.close(),
  };
}

export interface Connection {
  readonly client: UntypedClient;
  /** How many requests the client has sent, retries included. */
  readonly requests: () => number;
}

/**
 * Creates a client of the API.
 *
 * @throws UsageError if credentials are missing or the base URL is invalid
 */
export function connect(api: ApiDefinition, { env, baseUrl }: Pick<Backend, "env" | "baseUrl">): Connection {
  let requests = 0;
  const fetch: Fetch = (request) => {
    requests += 1;
    return globalThis.fetch(request);
  };
  const userAgent = `usagewire-cli/${VERSION}`;
  try {
    const client = api.createClient({ env, baseUrl: baseUrl(api), fetch, userAgent });
    return { client, requests: () => requests };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The client's message suggests its option `allowHttp`, which the command line does not have.
    throw new UsageError(
      error.message.includes("allowHttp")
        ? "--base-url must use https; http is accepted only for localhost"
        : error.message.replace(/^baseUrl/, "--base-url"),
    );
  }
}
