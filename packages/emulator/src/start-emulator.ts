import type { Emulator, OnomondoOperation, SuperSimOperation, UsageOperation } from "./emulator.ts";
import type { ApiOptions, EmulatorOptions } from "./emulator-options.ts";
import type { Api, ApiSettings } from "./http/create-api.ts";
import { createOnomondoApi } from "./onomondo/create-onomondo-api.ts";
import { onomondoManners } from "./onomondo/onomondo-manners.ts";
import { serveApi } from "./serve-api.ts";
import { createSuperSimApi } from "./supersim/create-super-sim-api.ts";
import { twilioManners } from "./twilio/twilio-manners.ts";
import { createUsageApi } from "./usage/create-usage-api.ts";
import { createWorld } from "./world.ts";

/**
 * Starts the providers on 127.0.0.1, each API on a port of its own.
 *
 * @throws RangeError when a size is not a whole number from 1 on
 * @throws when a port asked for is taken; then none is left open
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const world = createWorld(options);
  const { seed, account, fleet, categories, register, onomondoKey } = world;
  const twilio = twilioManners(seed, account, options.twilio?.maxConcurrentRequests);
  const onomondo = onomondoManners(onomondoKey, options.onomondo);

  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    await Promise.all(closers.splice(0).map((closeApi) => closeApi()));
  };
  const serve = async <Operation extends string>(
    name: "supersim" | "usage" | "onomondo",
    create: (settings: ApiSettings) => Api,
  ) => {
    const given: ApiOptions = options[name] ?? {};
    const { close: closeApi, ...api } = await serveApi<Operation>(`${seed}/${name}`, given, create);
    closers.push(closeApi);
    return api;
  };

  try {
    const supersim = await serve<SuperSimOperation>("supersim", (settings) =>
      createSuperSimApi(settings, twilio, { ...world, publicUrl: options.supersim?.publicUrl }),
    );
    const usage = await serve<UsageOperation>("usage", (settings) => createUsageApi(settings, twilio, world));
    const onomondoApi = await serve<OnomondoOperation>("onomondo", (settings) =>
      createOnomondoApi(settings, onomondo, world),
    );
    const { accountSid, authToken, apiKey, apiKeySecret, token } = account;
    const { size, sim, fleets, networks } = fleet;
    return {
      supersim: { ...supersim, size, sim, fleets, networks },
      usage: { ...usage, categories: categories.map(({ name }) => name) },
      onomondo: { ...onomondoApi, size: register.size, sim: register.sim, tagIds: register.tagIds },
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
