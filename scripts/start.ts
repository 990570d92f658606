// `pnpm start`: from the specs to usage on the screen, against the emulated providers.
import { spawnSync } from "node:child_process";
import { turbo } from "./turbo.ts";

const quiet = ["--output-logs=errors-only"];
process.exitCode =
  turbo(["generate"], quiet) ||
  turbo(["build"], ["--filter=@usagewire/cli...", ...quiet]) ||
  (spawnSync(process.execPath, ["packages/cli/bin/usagewire.js", "pull", "--all", "--emulator"], {
    stdio: "inherit",
  }).status ??
    1);
