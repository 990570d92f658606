// Starts emulators and calls them.
import { type EmulatedApi, type Emulator, type Fault, startEmulator } from "@usagewire/emulator";
import { createOnomondo } from "@usagewire/onomondo";
import { createTwilioSuperSim } from "@usagewire/twilio";

export async function callEmulators(): Promise<number> {
  const emulator = await startEmulator({
    seed: "s",
    now: new Date("2025-06-15T12:00:00Z"),
    supersim: { sims: 3, latency: 5 },
    onomondo: { authScheme: "both" },
  });
  assert<Same<typeof emulator, Emulator>>();
  const { twilio, twilioToken, onomondo } = emulator.credentials;
  createTwilioSuperSim({ ...twilio, baseUrl: emulator.supersim.url });
  createTwilioSuperSim({ ...twilioToken, baseUrl: emulator.supersim.url });
  createOnomondo({ ...onomondo, baseUrl: emulator.onomondo.url });
  const fault: Fault = { kind: "answer", status: 429, headers: { "retry-after": "1" } };
  const { hits } = emulator.onomondo.faults.add(fault, {
    operation: "GET /usage",
    where: (url) => url !== "",
  });
  assert<Same<typeof hits, number>>();
  const apis: readonly EmulatedApi[] = [emulator.supersim, emulator.usage, emulator.onomondo];
  await emulator.close();
  return apis.flatMap(({ requests }) => requests).filter(({ status }) => status === 200).length;
}

export const withEmulator = (): Promise<Emulator> => startEmulator();
