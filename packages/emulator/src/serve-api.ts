import type { EmulatedApi } from "./emulator.ts";
import type { ApiOptions } from "./emulator-options.ts";
import { createFaultBoard } from "./faults/fault-board.ts";
import type { Api, ApiSettings } from "./http/create-api.ts";
import { listen } from "./http/listen.ts";
import type { LoggedRequest } from "./http/request-log.ts";

export interface ServedApi<Operation extends string> extends EmulatedApi<Operation> {
  close(): Promise<void>;
}

/**
 * Puts an API on its port, with a log and a fault board of its own.
 *
 * @param seed what its random faults follow from
 */
export async function serveApi<Operation extends string>(
  seed: string,
  { port = 0, latency = 0, emptyPages = [], clampPageSize }: ApiOptions,
  create: (settings: ApiSettings) => Api,
): Promise<ServedApi<Operation>> {
  const requests: LoggedRequest[] = [];
  const faults = createFaultBoard<Operation>(seed);
  const { url, close } = await listen(
    create({ log: requests, faults, latency, emptyPages, clampPageSize }),
    port,
  );
  return { url, requests, faults, close };
}
