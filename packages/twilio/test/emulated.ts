import { type EmulatorOptions, startEmulator } from "@usagewire/emulator";
import { createTwilioSuperSim, createTwilioUsage } from "@usagewire/twilio";
import { onTestFinished } from "vitest";

export const records = "/v1/UsageRecords";
export const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";

/** Starts an emulator for one test, and creates clients of it. */
export async function emulated(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  const credentials = emulator.credentials.twilio;
  return {
    emulator,
    supersim: createTwilioSuperSim({ ...credentials, baseUrl: emulator.supersim.url }),
    usage: createTwilioUsage({ ...credentials, baseUrl: emulator.usage.url }),
  };
}
