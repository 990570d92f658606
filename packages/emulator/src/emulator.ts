import type { Api, ApiSettings } from "./http/api.ts";
import { type EmulatedApi, serveApi } from "./http/server.ts";
import { createOnomondoApi, type OnomondoOperation } from "./onomondo/api.ts";
import { createOnomondoConventions, generateApiKey } from "./onomondo/conventions.ts";
import { createSimInventory, type OnomondoSim } from "./onomondo/sims.ts";
import { checkOptions, type EmulatorOptions } from "./options.ts";
import { createSuperSimApi, type SuperSimOperation } from "./supersim/api.ts";
import { createSimFleet, type SuperSim, type SuperSimFleet, type SuperSimNetwork } from "./supersim/fleet.ts";
import { createTwilioAccount, type TwilioAccount } from "./twilio/account.ts";
import { createTwilioConventions } from "./twilio/conventions.ts";
import { createUsageApi, type UsageOperation } from "./usage/api.ts";
import { createCategories } from "./usage/categories.ts";

/** The emulated `supersim.twilio.com`, and what its filters can name. */
export interface EmulatedSuperSim extends EmulatedApi<SuperSimOperation> {
  /** Number of SIMs. */
  readonly size: number;
  /** The fleets of the account. */
  readonly fleets: readonly SuperSimFleet[];
  /** The networks that the SIMs use. */
  readonly networks: readonly SuperSimNetwork[];
  /** Returns the SIM at an index from 0 to `size - 1`. */
  sim(index: number): SuperSim;
}

/** The emulated `api.twilio.com`, and what its filters can name. */
export interface EmulatedUsage extends EmulatedApi<UsageOperation> {
  /** Categories that have usage records. */
  readonly categories: readonly string[];
}

/** The emulated `api.onomondo.com`, and what its paths and filters can name. */
export interface EmulatedOnomondo extends EmulatedApi<OnomondoOperation> {
  /** Number of SIMs. */
  readonly size: number;
  /** Tags; every SIM has one of them. */
  readonly tagIds: readonly string[];
  /** Returns the SIM at an index from 0 to `size - 1`. The SIM at index 0 has six times the records of others. */
  sim(index: number): OnomondoSim;
}

/** `{ [Symbol.asyncDispose](): Promise<void> }` for compilers whose library has that symbol; nothing for others. */
export type AsyncDisposableIfKnown = SymbolConstructor extends {
  readonly asyncDispose: infer S extends symbol;
}
  ? { [K in S]: () => Promise<void> }
  : unknown;

/** Running emulators of the providers, as returned by {@link startEmulator}. `await using` closes them. */
export type Emulator = RunningEmulators & AsyncDisposableIfKnown;

/** What an {@link Emulator} has, apart from `Symbol.asyncDispose`. */
export interface RunningEmulators {
  /** Twilio Super SIM. */
  readonly supersim: EmulatedSuperSim;
  /** Twilio usage records. */
  readonly usage: EmulatedUsage;
  /** Onomondo usage. */
  readonly onomondo: EmulatedOnomondo;
  /** Accepted credentials. Spread one of them into the options of a client. */
  readonly credentials: {
    /** Basic authentication with the account's auth token. */
    readonly twilio: Pick<TwilioAccount, "accountSid" | "authToken">;
    /** Basic authentication with an API key. */
    readonly twilioApiKey: Pick<TwilioAccount, "accountSid" | "apiKey" | "apiKeySecret">;
    /** Authentication with a Bearer token. */
    readonly twilioToken: Pick<TwilioAccount, "accountSid" | "token">;
    /** The API key of the organization. */
    readonly onomondo: { readonly apiKey: string };
  };
  /** Frees the ports and closes open connections immediately. Repeated calls have no effect. */
  close(): Promise<void>;
}

/** Fixed, so that a recording made later has the same bytes. */
const DEFAULT_NOW = new Date("2025-06-15T12:00:00Z");
const DEFAULT_ACCOUNT_CREATED = new Date("2019-03-11T00:00:00Z");
const DEFAULT_SUPER_SIMS = 48;
const DEFAULT_ONOMONDO_SIMS = 8;

/**
 * Starts emulators of Twilio Super SIM, Twilio usage records and Onomondo usage on 127.0.0.1, each on its own
 * port.
 *
 * @param options seed, clock, ports, credentials and sizes; each has a default
 * @returns URLs, credentials, request logs and fault injection, until closed
 * @throws TypeError if an option is unknown
 * @throws RangeError if the value of an option is invalid
 * @throws Error with code `EADDRINUSE` if a port is taken; no port stays open then
 * @example
 * ```ts
 * import { startEmulator } from "@usagewire/emulator";
 *
 * await using emulator = await startEmulator({ onomondo: { sims: 100 } });
 * const { onomondo, credentials } = emulator;
 *
 * // The third request fails; a client should retry it.
 * onomondo.faults.add({ kind: "answer", status: 503 }, { skip: 2 });
 * const response = await fetch(`${onomondo.url}/usage?limit=10`, {
 *   headers: { authorization: credentials.onomondo.apiKey },
 * });
 * console.log(response.status, onomondo.requests.length);
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const { seed = "usagewire", supersim = {}, usage = {}, onomondo = {} } = options;
  const now = (options.now ?? DEFAULT_NOW).getTime();

  const account = createTwilioAccount(seed, options.twilio);
  const twilioConventions = createTwilioConventions(seed, account, options.twilio?.maxConcurrentRequests);
  const fleet = createSimFleet(seed, supersim.sims ?? DEFAULT_SUPER_SIMS);
  const categories = createCategories(seed);
  const accountCreated = usage.accountCreated?.getTime() ?? Math.min(DEFAULT_ACCOUNT_CREATED.getTime(), now);

  const onomondoKey = onomondo.apiKey ?? generateApiKey(seed);
  const onomondoConventions = createOnomondoConventions(onomondoKey, onomondo);
  const inventory = createSimInventory(onomondo.sims ?? DEFAULT_ONOMONDO_SIMS);

  const openApis: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(openApis.splice(0).map((api) => api.close()));
  };
  const serve = async <Operation extends string>(
    name: "supersim" | "usage" | "onomondo",
    create: (settings: ApiSettings) => Api,
  ): Promise<EmulatedApi<Operation>> => {
    const { close: closeApi, ...api } = await serveApi<Operation>(`${seed}/${name}`, options[name], create);
    openApis.push({ close: closeApi });
    return api;
  };

  try {
    const { publicUrl } = supersim;
    const superSimApi = await serve<SuperSimOperation>("supersim", (settings) =>
      createSuperSimApi(settings, twilioConventions, { seed, now, account, fleet, publicUrl }),
    );
    const usageApi = await serve<UsageOperation>("usage", (settings) =>
      createUsageApi(settings, twilioConventions, { seed, now, account, accountCreated, categories }),
    );
    const onomondoApi = await serve<OnomondoOperation>("onomondo", (settings) =>
      createOnomondoApi(settings, onomondoConventions, { seed, now, inventory }),
    );
    const { accountSid, authToken, apiKey, apiKeySecret, token } = account;
    return {
      supersim: {
        ...superSimApi,
        size: fleet.size,
        fleets: fleet.fleets,
        networks: fleet.networks,
        sim: fleet.sim,
      },
      usage: { ...usageApi, categories: categories.map(({ name }) => name) },
      onomondo: { ...onomondoApi, size: inventory.size, tagIds: inventory.tagIds, sim: inventory.sim },
      credentials: {
        twilio: { accountSid, authToken },
        twilioApiKey: { accountSid, apiKey, apiKeySecret },
        twilioToken: { accountSid, token },
        onomondo: { apiKey: onomondoKey },
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
