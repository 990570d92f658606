import type { ProviderConventions } from "../http/api.ts";
import type { ApiMiddleware } from "../http/middleware.ts";
import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";
import { authenticate, type TwilioAccount } from "./account.ts";
import { twilioError, twilioErrorBody, twilioNotFound } from "./errors.ts";

/** Creates the conventions of Twilio. Both APIs must share one object, as the concurrency limit is the account's. */
export const createTwilioConventions = (
  seed: string,
  account: TwilioAccount,
  maxConcurrentRequests = Number.POSITIVE_INFINITY,
): ProviderConventions => ({
  middleware: [limitConcurrency(seed, maxConcurrentRequests), authenticate(account)],
  notFound: twilioNotFound,
  methodNotAllowed: (method) =>
    twilioError(405, 20004, `Method ${method} is not allowed`, { allow: "GET, HEAD" }),
  errorBody: (status) => twilioErrorBody(status),
});

/**
 * Adds Twilio's headers to each response, and rejects requests above the concurrency limit with a 429 and code
 * 20429. It sends no `Retry-After`: Twilio does not promise one (specs/SOURCES.md).
 */
function limitConcurrency(seed: string, maxConcurrentRequests: number): ApiMiddleware {
  const requestSeed = hashText(`${seed}/twilio/request`);
  let received = 0;
  let inProgress = 0;
  return async (context, next) => {
    const index = received;
    received += 1;
    inProgress += 1;
    context.header("Twilio-Request-Id", `RQ${hashHex(requestSeed, index, 32)}`);
    context.header("Twilio-Concurrent-Requests", String(inProgress));
    // Generated, not measured, so that responses are the same on every run.
    const duration = 0.02 + (hashNumber(requestSeed, index) % 60) / 1000;
    context.header("Twilio-Request-Duration", duration.toFixed(3));
    try {
      if (inProgress > maxConcurrentRequests) throw twilioError(429, 20429, "Too Many Requests");
      await next();
    } finally {
      inProgress -= 1;
    }
  };
}
