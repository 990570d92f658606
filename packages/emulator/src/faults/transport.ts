import { gzipSync } from "node:zlib";
import type { TransportFault } from "./fault.ts";

const CHUNK = 16_384;

/** The same answer in another form. */
export async function transport(
  answer: Response,
  { gzip, chunked, size = 0 }: TransportFault,
): Promise<Response> {
  const text = await answer.text();
  const padded = Buffer.from(text.padStart(text.length + size - Buffer.byteLength(text)));
  const body = gzip ? gzipSync(padded) : padded;
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  // Said outright: the adapter gives a short stream a length.
  if (chunked) headers.set("transfer-encoding", "chunked");
  if (gzip) headers.set("content-encoding", "gzip");
  return new Response(chunked ? inChunks(body) : body, { status: answer.status, headers });
}

function inChunks(body: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(body.subarray(sent, sent + CHUNK));
      sent += CHUNK;
      if (sent >= body.length) controller.close();
    },
  });
}
