import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import type { ApiEnvironment, ApiMiddleware } from "../http/middleware.ts";
import type {
  AnswerFault,
  CutFault,
  Fault,
  FaultRegistry,
  ResponsePart,
  StallFault,
  TransportFault,
} from "./faults.ts";

/**
 * Returns the middleware that applies faults to the requests of an operation.
 *
 * @param errorBody returns the provider's error body for a status
 */
export function injectFaults(
  faults: FaultRegistry,
  operation: string,
  errorBody: (status: number) => unknown,
): ApiMiddleware {
  let previousBody: string | undefined;
  return async (context, next) => {
    const fault = faults.take(operation, context.env.incoming.url ?? "");
    if (fault?.kind === "answer") return replaceResponse(context, fault, errorBody);
    if (fault?.kind === "delay") await delay(fault.for, undefined, { ref: false });
    await next();
    if (faults.needsPreviousResponse && fault === undefined) {
      previousBody = await context.res.clone().text();
    }
    if (fault === undefined || fault.kind === "delay") return;
    const response = context.res;
    // Otherwise Hono copies the headers of the old response, its length included, to the new one.
    context.res = undefined;
    context.res = await spoilResponse(response, fault, context.env.outgoing, previousBody);
  };
}

function replaceResponse(
  context: Context<ApiEnvironment>,
  { status, headers, body }: AnswerFault,
  errorBody: (status: number) => unknown,
): Response {
  context.header("content-type", body === undefined ? "application/json" : "text/html; charset=utf-8");
  for (const [name, value] of Object.entries(headers ?? {})) context.header(name, value);
  // The cast is needed as Hono's type lists registered statuses only, and a test may use any.
  return context.newResponse(body ?? JSON.stringify(errorBody(status)), status as StatusCode);
}

async function spoilResponse(
  response: Response,
  fault: Exclude<Fault, { kind: "answer" | "delay" }>,
  outgoing: ServerResponse,
  previousBody: string | undefined,
): Promise<Response> {
  switch (fault.kind) {
    case "cut":
    case "stall":
      await interruptResponse(outgoing, response, fault);
      return RESPONSE_ALREADY_SENT;
    case "truncate": {
      const text = await response.text();
      return withBody(response, text.slice(0, Math.floor(text.length / 2)));
    }
    case "repeat":
      return previousBody === undefined ? response : withBody(response, previousBody);
    case "transport":
      return reencodeResponse(response, fault);
  }
}

function withBody({ status, headers }: Response, body: string): Response {
  const newHeaders = new Headers(headers);
  newHeaders.delete("content-length");
  return new Response(body, { status, headers: newHeaders });
}

/** A reset discards bytes that were not delivered yet; in this many milliseconds they are, on loopback. */
const DELIVERY_DELAY = 10;

/** Sends a part of a response directly, as Hono only sends complete ones. */
async function interruptResponse(
  outgoing: ServerResponse,
  response: Response,
  fault: CutFault | StallFault,
): Promise<void> {
  await sendPart(outgoing, response, fault.after);
  if (fault.kind === "stall") return;
  await delay(DELIVERY_DELAY);
  if (fault.how === "end") outgoing.socket?.end();
  else outgoing.socket?.resetAndDestroy();
}

async function sendPart(outgoing: ServerResponse, response: Response, part: ResponsePart): Promise<void> {
  if (part === "nothing") return;
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  outgoing.flushHeaders();
  if (part === "half") outgoing.write(body.subarray(0, Math.floor(body.length / 2)));
}

async function reencodeResponse(
  response: Response,
  { gzip, chunked, size = 0 }: TransportFault,
): Promise<Response> {
  const text = await response.text();
  const padded = Buffer.from(text.padStart(text.length + size - Buffer.byteLength(text)));
  const body = gzip ? gzipSync(padded) : padded;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  // Set explicitly, as the adapter adds a length to a short stream.
  if (chunked) headers.set("transfer-encoding", "chunked");
  if (gzip) headers.set("content-encoding", "gzip");
  return new Response(chunked ? streamInChunks(body) : body, { status: response.status, headers });
}

const CHUNK_SIZE = 16_384;

function streamInChunks(body: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(body.subarray(sent, sent + CHUNK_SIZE));
      sent += CHUNK_SIZE;
      if (sent >= body.length) controller.close();
    },
  });
}
