import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A provider on a free loopback port for one test, and the URLs that were requested from it. */
export async function startProvider(
  respond: (request: IncomingMessage, response: ServerResponse, url: URL) => void,
): Promise<{ url: string; requested: URL[] }> {
  const requested: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://provider");
    requested.push(url);
    respond(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // the address of a TCP server is never a string
  return { url: `http://127.0.0.1:${port}`, requested };
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

export const KEY = "onok_secret.f00ba5";
export const ENV = { ONOMONDO_API_KEY: KEY };

type Respond = (page: number, response: ServerResponse, sendPage: () => void) => void;

/**
 * A provider with Onomondo's `/usage`. `next_page` is the index of the page.
 *
 * @param respond responds to the request for a page, by default with the page
 */
export async function startOnomondo(
  pages: readonly (readonly object[])[],
  respond: Respond = (_page, _response, sendPage) => sendPage(),
) {
  const { url, requested } = await startProvider((_request, response, { searchParams }) => {
    const page = Number(searchParams.get("next_page") ?? 0);
    respond(page, response, () => {
      const more = page + 1 < pages.length;
      const pagination = more ? { next_page: String(page + 1), has_more: true } : { has_more: false };
      json(response, { pagination, usage: pages[page] });
    });
  });
  return { args: ["pull", "onomondo", "usage", "--base-url", url], requested };
}

/** Pages of records whose `bytes` are their position in the list. */
export const numberedPages = (pages: number, size: number): object[][] =>
  Array.from({ length: pages }, (_, page) =>
    Array.from({ length: size }, (_, index) => ({
      time: "2025-05-01 00:00:00",
      bytes: page * size + index,
      iccid: "89457387300000000011",
      bill_id: "b",
    })),
  );
