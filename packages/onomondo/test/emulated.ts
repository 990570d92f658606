import { type EmulatorOptions, startEmulator } from "@usagewire/emulator";
import { createOnomondo } from "@usagewire/onomondo";
import { onTestFinished } from "vitest";

/** Starts an emulator for one test, and creates a client of it. */
export async function emulated(options: EmulatorOptions["onomondo"] = {}) {
  const emulator = await startEmulator({ onomondo: options });
  onTestFinished(() => emulator.close());
  const { apiKey } = emulator.credentials.onomondo;
  const client = createOnomondo({ apiKey, baseUrl: emulator.onomondo.url });
  const queries = () => emulator.onomondo.requests.map(({ url }) => new URL(url, "http://x").searchParams);
  return { emulator: emulator.onomondo, client, queries };
}
