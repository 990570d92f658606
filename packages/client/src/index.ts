export type { Client } from "./client.ts";
export type { ClientOptions } from "./client-options.ts";
export { createClient } from "./create-client.ts";
export type { AttemptEvent, CallEvent, Hooks, Outcome, RetryEvent } from "./hooks/hooks.ts";
export * from "./shared.ts";
