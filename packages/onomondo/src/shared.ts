export type { OnomondoCredentials } from "./credentials.ts";
export { api as onomondoApi, descriptions as onomondoDescriptions } from "./generated/usage/operations.ts";
export type { paths as OnomondoPaths } from "./generated/usage/schema.ts";
export type { OnomondoUsageRecord } from "./record.ts";
