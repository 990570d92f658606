import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createFaultRegistry, type FaultInjector } from "../faults/faults.ts";
import type { ApiOptions } from "../options.ts";
import type { Api, ApiSettings } from "./api.ts";
import type { LoggedRequest } from "./middleware.ts";

/** A running emulated API. */
export interface EmulatedApi<Operation extends string = string> {
  /** Origin without a trailing slash. Use it as the client's `baseUrl`. */
  readonly url: string;
  /** The last 10,000 requests, in the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** Makes requests fail. There are no faults until you add one. */
  readonly faults: FaultInjector<Operation>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Serves an API with its own request log and faults.
 *
 * @param seed seed of faults that are injected at random
 * @throws Error with code `EADDRINUSE` if the port is taken
 */
export async function serveApi<Operation extends string>(
  seed: string,
  { port = 0, latency = 0, emptyPages = [], clampPageSize }: ApiOptions = {},
  create: (settings: ApiSettings) => Api,
): Promise<EmulatedApi<Operation> & { close(): Promise<void> }> {
  const log: LoggedRequest[] = [];
  const faults = createFaultRegistry<Operation>(seed);
  const { url, close } = await listen(create({ log, faults, latency, emptyPages, clampPageSize }), port);
  return { url, requests: log, faults, close };
}

async function listen(app: Api, port: number): Promise<{ url: string; close(): Promise<void> }> {
  // By default, the adapter replaces the global Request and Response, which the client under test uses too.
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP port.");
  return {
    url: `http://${LOOPBACK}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
