import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import type { ApiEnvironment } from "../http/api-environment.ts";
import { answerInstead } from "./answer-instead.ts";
import { breakOff } from "./break-off.ts";
import type { Fault } from "./fault.ts";
import type { DrawnFaultBoard } from "./fault-board.ts";
import { transport } from "./transport.ts";

/**
 * What every request of an operation passes: most as if it were not there.
 *
 * @param errorBody the provider's own error body for a status
 */
export function injectFaults(
  board: DrawnFaultBoard,
  operation: string,
  errorBody: (status: number) => unknown,
) {
  let before: string | undefined;
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const fault = board.draw(operation, context.env.incoming.url ?? "");
    if (fault?.kind === "answer") return answerInstead(context, fault, errorBody);
    if (fault?.kind === "delay") await wait(fault.for, undefined, { ref: false });
    await next();
    if (board.repeats && fault === undefined) before = await context.res.clone().text();
    if (fault === undefined || fault.kind === "delay") return;
    const answer = context.res;
    // Hono would copy the old answer's headers, the length included, to the one that takes its place.
    context.res = undefined;
    context.res = await spoil(answer, fault, context.env.outgoing, before);
  });
}

async function spoil(
  answer: Response,
  fault: Exclude<Fault, { kind: "answer" | "delay" }>,
  outgoing: ServerResponse,
  before: string | undefined,
): Promise<Response> {
  switch (fault.kind) {
    case "cut":
    case "stall":
      await breakOff(outgoing, answer, fault);
      return RESPONSE_ALREADY_SENT;
    case "truncate": {
      const text = await answer.text();
      return withBody(answer, text.slice(0, Math.floor(text.length / 2)));
    }
    case "repeat":
      return before === undefined ? answer : withBody(answer, before);
    case "transport":
      return transport(answer, fault);
  }
}

function withBody({ status, headers }: Response, body: string): Response {
  const kept = new Headers(headers);
  kept.delete("content-length");
  return new Response(body, { status, headers: kept });
}
