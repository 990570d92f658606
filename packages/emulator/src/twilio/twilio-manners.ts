import type { ProviderManners } from "../http/create-api.ts";
import { authenticateTwilio } from "./authenticate.ts";
import { gateRequests } from "./gate-requests.ts";
import type { TwilioAccount } from "./twilio-account.ts";
import { twilioErrorBody, twilioMethodNotAllowed, twilioNotFound } from "./twilio-error.ts";

/** What both Twilio APIs have in common: one gate too, since the limit is the account's. */
export const twilioManners = (
  seed: string,
  account: TwilioAccount,
  maxConcurrentRequests = Number.POSITIVE_INFINITY,
): ProviderManners => ({
  gates: [gateRequests(seed, maxConcurrentRequests), authenticateTwilio(account)],
  notFound: twilioNotFound,
  methodNotAllowed: twilioMethodNotAllowed,
  errorBody: (status) => twilioErrorBody(status),
});
