export type { AccountCredentials } from "./credentials.ts";
export { api as superSimApi, descriptions as superSimDescriptions } from "./generated/supersim/operations.ts";
export type { paths as SuperSimPaths } from "./generated/supersim/schema.ts";
export { api as usageApi, descriptions as usageDescriptions } from "./generated/usage/operations.ts";
export type { paths as UsagePaths } from "./generated/usage/schema.ts";
export type { SuperSimUsageRecord, UsageRecord } from "./records.ts";
