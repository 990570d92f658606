import { type Emulator, startEmulator } from "@usagewire/emulator";
import { afterAll, beforeAll } from "vitest";
import type { SnippetEnvironment } from "./run-snippets.ts";

/**
 * Starts emulators of the providers for the tests of a file. Returns a function that gives what a reader has: credentials in
 * the environment, and providers that accept them.
 */
export function emulatedProviders(): () => Required<SnippetEnvironment> {
  let emulator: Emulator | undefined;

  beforeAll(async () => {
    emulator = await startEmulator();
  });

  afterAll(() => emulator?.close());

  return () => {
    if (emulator === undefined) throw new Error("call this in a test: the emulators start before the first");
    const { twilio, onomondo } = emulator.credentials;
    return {
      env: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        ONOMONDO_API_KEY: onomondo.apiKey,
      },
      hosts: {
        "https://supersim.twilio.com": emulator.supersim.url,
        "https://api.twilio.com": emulator.usage.url,
        "https://api.onomondo.com": emulator.onomondo.url,
      },
    };
  };
}
