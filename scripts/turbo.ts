import { spawnSync } from "node:child_process";

/** Runs turbo tasks with their output shown; the exit code. */
export function turbo(tasks: string[], flags: string[] = []): number {
  const { status, error } = spawnSync("turbo", ["run", ...tasks, ...flags], {
    stdio: "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_PRINT_VERSION_DISABLED: "1" },
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}
