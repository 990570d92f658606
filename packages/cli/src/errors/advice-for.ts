import type { ApiError } from "@usagewire/client";

/** What to do about a refusal, where that is known. */
export function adviceFor({ status, code, retryAfter }: ApiError): string[] {
  if (status === 401) {
    return ["Check the credentials in the environment; usagewire pull --help names the variables."];
  }
  if (status === 403) return ["The credentials are good, but do not allow this."];
  // Twilio's code for what does not exist, and for dates before an account did.
  if (code === 20404) return ["Check ids and dates; dates before an account existed are answered so, too."];
  if (status === 404) return ["Check the ids."];
  if (status === 429) {
    return [
      retryAfter === undefined ? "Wait before the next try." : `Wait ${retryAfter} s before the next try.`,
    ];
  }
  // Twilio's answer to pages that are too heavy for it.
  if (code === 20500) return ["A smaller --page-size may help."];
  return status >= 500 ? ["The fault is the provider's; try again later."] : [];
}
