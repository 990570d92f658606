import { startProcess } from "../processes/start-process.ts";
import type { ServerOptions } from "./serve.ts";

export interface RunningServer {
  readonly origin: string;
  /** How many requests were answered since the last call. */
  takeRequests(): Promise<number>;
}

/** Runs `use` beside a server in a process of its own, so that what it costs is not the subjects'. */
export async function withServer<T>(
  options: ServerOptions,
  use: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const file = new URL("server-host.ts", import.meta.url);
  const server = startProcess(file, { arguments: [JSON.stringify(options)] });
  try {
    const origin = await server.ask<string>("origin");
    return await use({ origin, takeRequests: () => server.ask<number>("requests") });
  } finally {
    await server.stop();
  }
}
