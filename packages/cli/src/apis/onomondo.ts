import { createOnomondo, onomondoApi, onomondoDescriptions } from "@usagewire/onomondo";
import { UsageError } from "../errors/usage-error.ts";
import { sumOf } from "../volume/sum-of.ts";
import type { PullableApi } from "./pullable-api.ts";
import type { PullableClient } from "./pullable-client.ts";

export const onomondo: PullableApi = {
  name: "onomondo",
  title: "Onomondo: data usage of SIMs",
  description: onomondoApi,
  help: onomondoDescriptions,
  fields: [
    "time",
    "bytes",
    "iccid",
    "sim_id",
    "country_code",
    "network_type",
    "network.mcc",
    "network.mnc",
    "session_id",
    "bill_id",
  ],
  volume: () => sumOf("bytes", "bytes"),
  connect: ({ env, ...options }) => {
    const apiKey = env.ONOMONDO_API_KEY;
    if (!apiKey) throw new UsageError("Onomondo credentials: ONOMONDO_API_KEY is not set");
    // See PullableClient for why.
    return createOnomondo({ apiKey, ...options }) as PullableClient;
  },
  emulatedAt: (emulator) => emulator.onomondo.url,
};
