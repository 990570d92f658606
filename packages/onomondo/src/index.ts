export * from "@usagewire/client";
export * from "./shared.ts";
export { createOnomondo, type Onomondo, type OnomondoOptions } from "./usage.ts";
