import { startEmulator } from "@usagewire/emulator";
import type { Target } from "./suite.ts";

/** Emulators with the faults that the suite expects, for one run of it. */
export async function startTarget(): Promise<{ target: Target } & AsyncDisposable> {
  const emulator = await startEmulator();
  const { supersim, usage, onomondo, credentials } = emulator;
  const resource = (name: string) => (url: string) => url.includes(`/Records/${name}.json`);
  const { faults } = usage;
  faults.add(
    { kind: "stall", after: "nothing" },
    { where: resource("Yearly"), times: Number.POSITIVE_INFINITY },
  );
  faults.add({ kind: "answer", status: 503 }, { where: resource("Monthly") });
  faults.add(
    { kind: "answer", status: 429, headers: { "Retry-After": "1" } },
    { where: resource("AllTime") },
  );
  const target: Target = {
    supersim: supersim.url,
    usage: usage.url,
    onomondo: onomondo.url,
    twilio: credentials.twilio,
    apiKey: credentials.onomondo.apiKey,
  };
  return { target, [Symbol.asyncDispose]: emulator.close };
}
