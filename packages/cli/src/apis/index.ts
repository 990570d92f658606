import { onomondo } from "./onomondo.ts";
import type { PullableApi } from "./pullable-api.ts";
import { supersim } from "./supersim.ts";
import { twilioUsage } from "./twilio-usage.ts";

/** The APIs that can be pulled, in the order in which help lists them. */
export const apis: readonly PullableApi[] = [supersim, twilioUsage, onomondo];
