import { type HttpServer, httpServer } from "../http-server.ts";
import { echoOf, type Indiscretion } from "./indiscretions.ts";

export interface Gossip extends AsyncDisposable {
  readonly server: HttpServer;
  /** Another origin, to which it lures; it must never be asked. */
  readonly other: HttpServer;
}

/** A server that gives the credentials of its callers away. */
export async function gossip({ answer }: Indiscretion, secret: string): Promise<Gossip> {
  const servers = new AsyncDisposableStack();
  const other = servers.use(await httpServer((_, response) => response.end("{}")));
  const server = servers.use(
    await httpServer((request, response) => answer(response, echoOf(request, secret), other.url)),
  );
  return { other, server, [Symbol.asyncDispose]: () => servers.disposeAsync() };
}
