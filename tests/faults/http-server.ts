import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Listening, listen } from "./listen.ts";

export interface HttpServer extends Listening {
  /** Requests that arrived. */
  readonly seen: readonly IncomingMessage[];
}

/** A server on a free loopback port. */
export async function httpServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpServer> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  return { seen, ...(await listen(server, () => server.closeAllConnections())) };
}
