export * from "@usagewire/client";
export type { TokenCredentials, TwilioCredentials } from "./credentials.ts";
export type { TwilioOptions } from "./options.ts";
export * from "./shared.ts";
export { createTwilioSuperSim, type TwilioSuperSim } from "./supersim.ts";
export { createTwilioUsage, type TwilioUsage, type TwilioUsageWithoutAccount } from "./usage.ts";
