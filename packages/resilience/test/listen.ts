import type { Server } from "node:net";

/** Opens a server on a free loopback port; its address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no TCP port.");
  return `http://127.0.0.1:${address.port}`;
}
