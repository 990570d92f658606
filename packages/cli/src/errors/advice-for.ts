import type { ApiError } from "@usagewire/client";

/** What to do about a refusal on the command line; the message itself ends with what its provider's client knows. */
export function adviceFor({ status, code, retryAfter }: ApiError): string[] {
  if (status === 401) {
    return ["Check the credentials in the environment; usagewire pull --help names the variables."];
  }
  if (status === 403) return ["The credentials are good, but do not allow this."];
  if (status === 429) {
    return [
      retryAfter === undefined ? "Wait before the next try." : `Wait ${retryAfter} s before the next try.`,
    ];
  }
  // Twilio's answer to pages that are too heavy for it.
  if (code === 20500) return ["A smaller --page-size may help."];
  return status >= 500 ? ["The fault is the provider's; try again later."] : [];
}
