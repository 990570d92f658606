// `pnpm generate [--check]`: the clients' code from the specs, or whether the committed code still is what they say.
import { turbo } from "./turbo.ts";

process.exitCode = turbo([process.argv.includes("--check") ? "generate:check" : "generate"]);
