import type { Server } from "node:net";

export interface Listening extends AsyncDisposable {
  readonly url: string;
}

/** Opens a server on a free loopback port; `hangUp` ends the connections that it still has when it is closed. */
export async function listen(server: Server, hangUp: () => void): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no TCP port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}
