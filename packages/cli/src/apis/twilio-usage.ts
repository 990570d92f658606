import { createTwilioUsage, usageApi, usageDescriptions } from "@usagewire/twilio";
import { totalPrice } from "../volume/total-price.ts";
import type { PullableApi } from "./pullable-api.ts";
import type { PullableClient } from "./pullable-client.ts";
import { twilioCredentials } from "./twilio-credentials.ts";

export const twilioUsage: PullableApi = {
  name: "twilio-usage",
  title: "Twilio: usage and price per category",
  description: usageApi,
  help: usageDescriptions,
  fields: [
    "start_date",
    "end_date",
    "category",
    "usage",
    "usage_unit",
    "price",
    "price_unit",
    "count",
    "count_unit",
    "description",
    "as_of",
    "account_sid",
    "api_version",
    "uri",
    "subresource_uris",
  ],
  volume: totalPrice,
  // See PullableClient for why.
  connect: ({ env, ...options }) =>
    createTwilioUsage({ ...twilioCredentials(env), ...options }) as PullableClient,
  emulatedAt: (emulator) => emulator.usage.url,
};
