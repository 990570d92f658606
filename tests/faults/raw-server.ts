import { createServer, type Socket } from "node:net";
import { type Listening, listen } from "./listen.ts";

/** Something on a loopback port, until the test ends. */
export interface RawServer extends Listening {
  /** Requests that arrived, each as the bytes of its head. */
  readonly seen: readonly string[];
}

const HEAD_END = "\r\n\r\n";

/** A server of bare bytes: what no HTTP library would send can be sent by it. */
export async function rawServer(answer: (socket: Socket, head: string) => void): Promise<RawServer> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that has had enough hangs up; whoever was writing need not know.
    socket.on("error", () => {});
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      for (let end = received.indexOf(HEAD_END); end >= 0; end = received.indexOf(HEAD_END)) {
        const head = received.slice(0, end);
        received = received.slice(end + HEAD_END.length);
        seen.push(head);
        answer(socket, head);
      }
    });
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return { seen, ...(await listen(server, hangUp)) };
}

/** An address at which nobody listens: connections are refused. */
export async function deadUrl(): Promise<string> {
  await using server = await rawServer(() => {});
  return server.url;
}
