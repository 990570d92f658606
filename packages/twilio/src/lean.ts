export * from "@usagewire/client/lean";
export type { TokenCredentials, TwilioCredentials } from "./lean/credentials.ts";
export type { TwilioOptions } from "./lean/options.ts";
export { createTwilioSuperSim, type TwilioSuperSim } from "./lean/supersim.ts";
export { createTwilioUsage, type TwilioUsage, type TwilioUsageWithoutAccount } from "./lean/usage.ts";
export * from "./shared.ts";
