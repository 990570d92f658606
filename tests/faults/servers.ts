/*
 * Servers on a free port of the loopback interface, closed with all their connections at the end of `await using`.
 */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type Server, type Socket } from "node:net";

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
}

export interface HttpServer extends RunningServer {
  /** The requests so far. */
  readonly requests: readonly IncomingMessage[];
}

export async function startHttpServer(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpServer> {
  const requests: IncomingMessage[] = [];
  const server = createHttpServer((request, response) => {
    requests.push(request);
    respond(request, response);
  });
  return { requests, ...(await listen(server, () => server.closeAllConnections())) };
}

export interface RawServer extends RunningServer {
  /** The head of each request so far: the request line and headers. */
  readonly requests: readonly string[];
}

const HEAD_END = "\r\n\r\n";

/** Starts a server that writes bytes to a socket, so that it can send what no HTTP library would. */
export async function startRawServer(respond: (socket: Socket) => void): Promise<RawServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client may close the connection while the server still writes.
    socket.on("error", () => {});
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      for (let end = received.indexOf(HEAD_END); end >= 0; end = received.indexOf(HEAD_END)) {
        requests.push(received.slice(0, end));
        received = received.slice(end + HEAD_END.length);
        respond(socket);
      }
    });
  });
  const closeConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { requests, ...(await listen(server, closeConnections)) };
}

/** Returns the URL of a closed port, which refuses connections. */
export async function closedUrl(): Promise<string> {
  await using server = await startRawServer(() => {});
  return server.url;
}

async function listen(server: Server, closeConnections: () => void): Promise<RunningServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no TCP port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        closeConnections();
      }),
  };
}
