export * from "@usagewire/client";
export type {
  AccountCredentials,
  CredentialsWithAccount,
  TokenCredentials,
  TwilioCredentials,
  TwilioOptions,
} from "./credentials.ts";
export { api as superSimApi, descriptions as superSimDescriptions } from "./generated/supersim/operations.ts";
export type {
  components as SuperSimComponents,
  operations as SuperSimOperations,
  paths as SuperSimPaths,
} from "./generated/supersim/schema.ts";
export { api as usageApi, descriptions as usageDescriptions } from "./generated/usage/operations.ts";
export type {
  components as UsageComponents,
  operations as UsageOperations,
  paths as UsagePaths,
} from "./generated/usage/schema.ts";
export { createTwilioSuperSim, type SuperSimUsageRecord, type TwilioSuperSim } from "./supersim.ts";
export {
  createTwilioUsage,
  type TwilioUsage,
  type TwilioUsageWithoutAccount,
  type UsageRecord,
} from "./usage.ts";
