import { createMiddleware } from "hono/factory";
import type { ApiEnvironment } from "../http/api-environment.ts";
import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";
import { twilioError } from "./twilio-error.ts";

/**
 * Gives each answer Twilio's headers, and refuses what exceeds the account's concurrency: 429 with code
 * 20429 and, as seen at Twilio, no `Retry-After`. APIs that share the gate share the limit.
 *
 * @param most requests under way at once
 */
export function gateRequests(seed: string, most: number) {
  const ids = hashText(`${seed}/twilio/request`);
  let arrived = 0;
  let underWay = 0;
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const ordinal = arrived;
    arrived += 1;
    underWay += 1;
    context.header("Twilio-Request-Id", `RQ${hashHex(ids, ordinal, 32)}`);
    context.header("Twilio-Concurrent-Requests", String(underWay));
    // Made up, like the records: a measured one would make every answer differ from the last.
    context.header("Twilio-Request-Duration", (0.02 + (hashNumber(ids, ordinal) % 60) / 1000).toFixed(3));
    try {
      if (underWay > most) throw twilioError(429, 20429, "Too Many Requests");
      await next();
    } finally {
      underWay -= 1;
    }
  });
}
