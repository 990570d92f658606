import type { Backend } from "./backend.ts";

/** Fixed, so that an example gives the same records whenever it is tried. */
const NOW = new Date("2025-06-15T12:00:00Z");

/** Emulators of the providers on free loopback ports, and the credentials that they accept, until closed. */
export async function emulated(): Promise<Backend> {
  // Most pulls have no use for it, and it brings a web server.
  const { startEmulator } = await import("@usagewire/emulator");
  const emulator = await startEmulator({ now: NOW });
  const { twilio, onomondo } = emulator.credentials;
  return {
    env: {
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      ONOMONDO_API_KEY: onomondo.apiKey,
    },
    baseUrl: (api) => api.emulatedAt(emulator),
    now: NOW,
    known: { simId: emulator.onomondo.sim(0).id, tagId: emulator.onomondo.tagIds[0] },
    close: () => emulator.close(),
  };
}
