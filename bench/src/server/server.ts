import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { handleRequests, startChild } from "../child-process.ts";
import { createUsageList } from "./usage-list.ts";

export interface ServerOptions {
  /** Records in every list. */
  readonly records: number;
  /** Milliseconds before each response. Default: 0. */
  readonly latency?: number;
}

export interface RunningServer {
  readonly origin: string;
  /** Returns the number of requests since the last call. */
  takeRequests(): Promise<number>;
}

/** Runs `use` with a server in another process, so that the server's work does not count as a subject's. */
export async function withServer<T>(
  options: ServerOptions,
  use: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const child = startChild(new URL(import.meta.url), { arguments: [JSON.stringify(options)] });
  try {
    const origin = await child.request<string>("origin");
    return await use({ origin, takeRequests: () => child.request<number>("requests") });
  } finally {
    await child.stop();
  }
}

/** Serves the usage list on a free port of the loopback interface. */
export async function serve({ records, latency = 0 }: ServerOptions) {
  const listUsage = createUsageList(records);
  let requests = 0;

  const server = createServer((request, response) => {
    requests += 1;
    const body = listUsage(origin, request.url ?? "/");
    if (latency > 0) setTimeout(send, latency, response, body);
    else send(response, body);
  });
  // The rounds of other subjects come between two rounds of one, whose connections should stay open.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    takeRequests(): number {
      const taken = requests;
      requests = 0;
      return taken;
    },
    close: () => server.close().closeAllConnections(),
  };
}

function send(response: ServerResponse, parts: readonly Buffer[]): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": length,
    "twilio-request-id": "RQ00000000000000000000000000000000",
  });
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
}

// Started by `withServer`, with the options as JSON.
if (import.meta.main) {
  const server = await serve(JSON.parse(process.argv[2] ?? "{}"));
  handleRequests(async (message: "origin" | "requests") =>
    message === "origin" ? server.origin : server.takeRequests(),
  );
}
