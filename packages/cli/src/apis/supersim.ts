import { createTwilioSuperSim, superSimApi, superSimDescriptions } from "@usagewire/twilio";
import { sumOf } from "../volume/sum-of.ts";
import type { PullableApi } from "./pullable-api.ts";
import type { PullableClient } from "./pullable-client.ts";
import { twilioCredentials } from "./twilio-credentials.ts";

export const supersim: PullableApi = {
  name: "supersim",
  title: "Twilio Super SIM (now KORE): data usage",
  description: superSimApi,
  help: superSimDescriptions,
  fields: [
    "period.start_time",
    "period.end_time",
    "data_total",
    "data_upload",
    "data_download",
    "data_total_billed",
    "billed_unit",
    "iso_country",
    "sim_sid",
    "fleet_sid",
    "network_sid",
    "account_sid",
  ],
  volume: () => sumOf("data_total", "bytes"),
  // See PullableClient for why.
  connect: ({ env, ...options }) =>
    createTwilioSuperSim({ ...twilioCredentials(env), ...options }) as PullableClient,
  emulatedAt: (emulator) => emulator.supersim.url,
};
