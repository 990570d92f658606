import { deadUrl, type RawServer, rawServer } from "../raw-server.ts";

const PAGE = JSON.stringify({ usage_records: [{ period: null }], meta: { next_page_url: null } });

/** Servers that are not the provider. */
export interface Strangers extends AsyncDisposable {
  /** Nobody. */
  readonly dead: string;
  /** Announces more bytes than it sends. */
  readonly promising: RawServer;
  /** Announces fewer bytes than it sends. */
  readonly modest: RawServer;
  /** A page like any other; it must never be asked. */
  readonly other: RawServer;
}

export async function meetStrangers(): Promise<Strangers> {
  const stack = new AsyncDisposableStack();
  const announcing = async (length: number) =>
    stack.use(
      await rawServer((socket) => {
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${PAGE}`,
        );
      }),
    );
  return {
    dead: await deadUrl(),
    promising: await announcing(PAGE.length + 10),
    modest: await announcing(PAGE.length - 10),
    other: await announcing(PAGE.length),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
