import type { Emulator } from "../emulator.ts";

/** Where the APIs are, and what opens them, in the form of an environment file. */
export function describeEmulator({ supersim, usage, onomondo, credentials }: Emulator): string {
  return `# Twilio Super SIM  ${supersim.url}
# Twilio usage      ${usage.url}
# Onomondo          ${onomondo.url}
#   SIM ${onomondo.sim(0).id}, tag ${onomondo.tagIds[0]}
TWILIO_ACCOUNT_SID=${credentials.twilio.accountSid}
TWILIO_AUTH_TOKEN=${credentials.twilio.authToken}
ONOMONDO_API_KEY=${credentials.onomondo.apiKey}
`;
}
