export * from "@usagewire/client/lean";
export { createOnomondo, type Onomondo, type OnomondoOptions } from "./lean/usage.ts";
export * from "./shared.ts";
