import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { CutFault, Progress, StallFault } from "./fault.ts";

/** A reset overtakes bytes that are still on their way: it waits until they have arrived, loopback or not. */
const ARRIVAL = 10;

/** Sends an answer as far as the fault lets it, past Hono, which knows whole answers only. */
export async function breakOff(
  outgoing: ServerResponse,
  answer: Response,
  fault: CutFault | StallFault,
): Promise<void> {
  await sendPart(outgoing, answer, fault.after);
  if (fault.kind === "stall") return;
  await wait(ARRIVAL);
  if (fault.how === "end") outgoing.socket?.end();
  else outgoing.socket?.resetAndDestroy();
}

async function sendPart(outgoing: ServerResponse, answer: Response, part: Progress): Promise<void> {
  if (part === "nothing") return;
  const body = Buffer.from(await answer.arrayBuffer());
  const headers: OutgoingHttpHeaders = {
    ...Object.fromEntries(answer.headers),
    "content-length": body.length,
  };
  outgoing.writeHead(answer.status, headers);
  outgoing.flushHeaders();
  if (part === "half") outgoing.write(body.subarray(0, Math.floor(body.length / 2)));
}
