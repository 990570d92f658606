import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createListAnswers } from "./answer-list.ts";

export interface ServerOptions {
  /** How many a list holds. */
  readonly records: number;
  /** Milliseconds before an answer. */
  readonly latency?: number;
}

/** The API on a free port of the loopback interface. */
export async function serve({ records, latency = 0 }: ServerOptions) {
  const answerList = createListAnswers(records);
  let requests = 0;

  const server = createServer((request, response) => {
    requests += 1;
    const body = answerList(origin, request.url ?? "/");
    if (latency > 0) setTimeout(send, latency, response, body);
    else send(response, body);
  });
  // Rounds of other subjects lie between two rounds of one: its connections are to live through them.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    /** How many were answered since the last call. */
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
