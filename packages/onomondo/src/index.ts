export * from "@usagewire/client";
export type { OnomondoCredentials, OnomondoOptions } from "./credentials.ts";
export { api as onomondoApi, descriptions as onomondoDescriptions } from "./generated/usage/operations.ts";
export type {
  components as OnomondoComponents,
  operations as OnomondoOperations,
  paths as OnomondoPaths,
} from "./generated/usage/schema.ts";
export { createOnomondo, type Onomondo, type OnomondoUsageRecord } from "./usage.ts";
