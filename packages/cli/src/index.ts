export { InterruptedError } from "./errors.ts";
export type { Environment, Host, Terminal } from "./host.ts";
export { run } from "./main.ts";
