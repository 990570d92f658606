import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { ApiEnvironment } from "./api-environment.ts";

const LOOPBACK = "127.0.0.1";

export interface Listener {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Frees the port and ends open connections, idle or not, at once. */
  close(): Promise<void>;
}

/** Serves an API on loopback; port 0 takes a free one. Rejects when the port is taken. */
export async function listen(app: Hono<ApiEnvironment>, port: number): Promise<Listener> {
  // The adapter would otherwise replace the process's own Request and Response: the tested client's, too.
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no TCP port.");
  return {
    url: `http://${LOOPBACK}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
